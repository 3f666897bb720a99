using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes conditions on hyper-parameters in C#, as an instance member of the loss would.</summary>
internal static class ConditionText
{
    /// <summary>Writes conditions, in their order.</summary>
    /// <param name="conditions">The comparisons, and whether they hold.</param>
    /// <param name="hyperParameters">What they may be about.</param>
    /// <param name="read">The C# expression for a value.</param>
    public static string Write(
        ImmutableArray<(Node Comparison, bool Holds)> conditions, IEnumerable<HyperParameter> hyperParameters, Func<HyperParameter, string> read)
    {
        Dictionary<string, string> accesses = hyperParameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.IsInteger ? "(double)" + read(parameter) : read(parameter));
        return string.Join(" && ", conditions.Select(condition => Write(condition.Comparison, condition.Holds, accesses)));
    }

    private static string Write(Node comparison, bool holds, Dictionary<string, string> accesses)
    {
        if (comparison.IsFlagUnset)
            return (holds ? "!" : "") + accesses[comparison.First.Name];
        Dictionary<Node, string> names = TopologicalOrder.FromLeaves([comparison])
            .Where(node => node.Operation == Operation.HyperParameter)
            .ToDictionary(node => node, node => accesses[node.Name]);
        string text = new SharedExpressions(names, name => accesses[name]).Write(comparison);
        return holds ? text : "!(" + text + ")";
    }
}
