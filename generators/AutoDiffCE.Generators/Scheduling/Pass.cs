using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>One sweep over the classes of a row.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Reductions">What is reduced to one value per sample.</param>
/// <param name="Stores">The gradients that are written.</param>
/// <param name="LeavesLabelOut">Whether a reduction leaves the label out, so that its register is visited apart.</param>
internal sealed record Pass(int Number, ImmutableArray<Node> Reductions, ImmutableArray<RowStore> Stores, bool LeavesLabelOut)
{
    /// <summary>What is computed along the row.</summary>
    public IEnumerable<Node> Rows => Reductions.Select(reduction => reduction.First).Concat(Stores.Select(store => store.Value));
}
