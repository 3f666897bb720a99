using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>What a loss was compiled to, for one way in which its conditions on hyper-parameters turn out.</summary>
/// <param name="Conditions">How they turn out.</param>
/// <param name="Loss">The kernels.</param>
internal sealed record CompiledVariant(ImmutableArray<(Node Comparison, bool Holds)> Conditions, CompiledLoss Loss)
{
    /// <summary>When expressions that are captured are needed, where that is not always.</summary>
    public Guards Guards { get; init; } = Guards.None;

    /// <summary>The mathematics of the formula.</summary>
    public FormulaNotes Notes => Loss.Main.Notes;

    /// <summary>The conditions in mathematics.</summary>
    public string Description => Describe(Conditions);

    /// <summary>Conditions in mathematics.</summary>
    public static string Describe(ImmutableArray<(Node Comparison, bool Holds)> conditions) =>
        string.Join(" and ", conditions.Select(condition => Describe(condition.Comparison, condition.Holds)));

    private static string Describe(Node comparison, bool holds) => comparison switch
    {
        { IsFlagUnset: true } => holds ? "not " + comparison.First.Name : comparison.First.Name,
        _ => holds ? FormulaPrinter.Print(comparison) : "not " + FormulaPrinter.Print(comparison),
    };
}
