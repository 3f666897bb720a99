using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>The kernels of a loss for one way in which its conditions on hyper-parameters turn out.</summary>
/// <param name="Conditions">How they turn out.</param>
/// <param name="Kernels">One kernel, or three: for a label, a smoothed label and a distribution; or for a row, its gradient and both.</param>
internal sealed record KernelVariant(ImmutableArray<(Node Comparison, bool Holds)> Conditions, ImmutableArray<KernelSource> Kernels)
{
    public FormulaNotes Notes => Kernels[0].Notes;

    /// <summary>The conditions in mathematics.</summary>
    public string Describe() => string.Join(" and ", Conditions.Select(condition => Describe(condition.Comparison, condition.Holds)));

    /// <summary>The conditions in C#, inside an instance member of the loss.</summary>
    public string Write(IEnumerable<HyperParameter> hyperParameters)
    {
        Dictionary<string, string> accesses = hyperParameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.IsInteger ? "(double)" + parameter.Access : parameter.Access);
        return string.Join(" && ", Conditions.Select(condition => Write(condition.Comparison, condition.Holds, accesses)));
    }

    private static string Describe(Node comparison, bool holds) => comparison switch
    {
        { IsFlagUnset: true } => holds ? "not " + comparison.First.Name : comparison.First.Name,
        _ => holds ? FormulaPrinter.Print(comparison) : "not " + FormulaPrinter.Print(comparison),
    };

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
