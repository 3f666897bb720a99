using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>What a kernel does for one sample, in order: the last form before text.</summary>
/// <param name="Value">The loss.</param>
/// <param name="Passes">The sweeps over the row; none for a formula without rows.</param>
/// <param name="RowStores">The gradients along rows.</param>
/// <param name="ScalarStores">The gradients by scalars.</param>
/// <param name="Kept">The row that waits in a gradient's memory, if any.</param>
/// <param name="Label">The label that rows are split at, if any.</param>
/// <param name="IsSafeInPlace">Whether a gradient may lie over its input: nothing is read after it was overwritten.</param>
internal sealed record KernelPlan(
    Node Value,
    ImmutableArray<Pass> Passes,
    ImmutableArray<RowStore> RowStores,
    ImmutableArray<ScalarStore> ScalarStores,
    KeptRow? Kept,
    Node? Label,
    bool IsSafeInPlace)
{
    /// <summary>Everything that is computed once per sample: values, gradients by scalars, gradients at the label.</summary>
    public IEnumerable<Node> SampleRoots => new[] { Value }
        .Concat(ScalarStores.Select(store => store.Value))
        .Concat(RowStores.Where(store => store.AtLabel is not null).Select(store => store.AtLabel!));

    /// <summary>Everything that is computed.</summary>
    public IEnumerable<Node> Roots => SampleRoots.Concat(Passes.SelectMany(pass => pass.Rows));

    /// <summary>The plan in a few lines, the same for formulas that compile to the same kernel.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (Pass pass in Passes)
        {
            text.Append("pass ").Append(pass.Number.ToString(CultureInfo.InvariantCulture)).Append('\n');
            foreach (Node reduction in pass.Reductions)
                text.Append("  reduce ").Append(reduction).Append('\n');
            if (Kept?.Pass == pass.Number)
                text.Append("  keep ").Append(Kept.Value).Append('\n');
            foreach (RowStore store in pass.Stores)
                text.Append("  store ").Append(store.Value).Append('\n');
        }
        text.Append("value ").Append(Value).Append('\n');
        foreach (ScalarStore store in ScalarStores)
            text.Append("gradient ").Append(store.Value).Append('\n');
        foreach (RowStore store in RowStores.Where(store => store.AtLabel is not null))
            text.Append("gradient at the label ").Append(store.AtLabel).Append('\n');
        return text.ToString();
    }
}

/// <summary>A gradient along a row.</summary>
/// <param name="Input">The position of the row among the floating-point inputs.</param>
/// <param name="Value">The gradient, everywhere or, if the label has its own, elsewhere.</param>
/// <param name="AtLabel">The gradient at the label, written last; null where the label is nothing special.</param>
internal sealed record RowStore(int Input, Node Value, Node? AtLabel);

/// <summary>A gradient by a per-sample scalar.</summary>
/// <param name="Input">The position of the scalar among the floating-point inputs.</param>
/// <param name="Value">The gradient.</param>
internal sealed record ScalarStore(int Input, Node Value);
