using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Chooses the row that is kept in a gradient's memory between passes: the dearest one whose keeping makes the input itself unread
/// afterwards, so that the gradient may still lie over its input.
/// </summary>
internal static class Keeping
{
    public static KeptRow? Choose(ImmutableArray<Pass> passes, IReadOnlyList<RowStore> stores, IReadOnlyList<FormulaInput> inputs)
    {
        foreach (Pass pass in passes.Where(pass => pass.Number < passes.Length))
        {
            Node[] candidates = [.. TopologicalOrder.FromLeaves(pass.Rows)
                .Where(node => node.Axes == AxisSet.Of(AxisSet.Row) && node.Function is { IsTranscendental: true })
                .OrderByDescending(node => node.Function!.Cost)];
            Node[] later = [.. passes.Where(other => other.Number > pass.Number).SelectMany(other => other.Rows)];
            foreach (Node candidate in candidates)
            {
                foreach (RowStore store in stores)
                {
                    string input = inputs[store.Input].Name;
                    bool isUsedLater = later.Any(row => Search.Reaches(row, node => !node.Axes.IsEmpty, node => ReferenceEquals(node, candidate)));
                    if (isUsedLater && !later.Any(row => ReadsRow(row, input, candidate)))
                        return new KeptRow(candidate, store.Input, pass.Number);
                }
            }
        }
        return null;
    }

    // What does not vary along the row was computed before; what is below the kept row is not computed again.
    private static bool ReadsRow(Node row, string input, Node kept) => Search.Reaches(
        row,
        node => !node.Axes.IsEmpty && !ReferenceEquals(node, kept),
        node => node.Operation == Operation.Element && node.Name == input);
}

/// <summary>A row that waits in a gradient's memory from one pass to a later one, instead of being computed twice.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Input">The position of the input whose gradient lends its memory.</param>
/// <param name="Pass">The pass that writes it.</param>
internal sealed record KeptRow(Node Value, int Input, int Pass);
