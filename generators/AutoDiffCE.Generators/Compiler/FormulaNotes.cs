using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// The mathematics of a formula: for the comments of the generated file and for the documentation that shows on hover. What occurs more than once is named
/// and written once, as a paper would.
/// </summary>
internal sealed class FormulaNotes
{
    /// <summary>What the formula became.</summary>
    /// <param name="stable">The stabilized formula.</param>
    /// <param name="differentiable">What the gradient is taken by.</param>
    /// <param name="gradients">The gradient by each, for an upstream of one.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="hints">The user's names.</param>
    public FormulaNotes(
        StabilizedFormula stable, IReadOnlyList<FormulaInput> differentiable, IReadOnlyList<Node> gradients, Formula formula, IReadOnlyDictionary<Node, string> hints)
    {
        string[] left = [.. differentiable.Select(input => "∂value/∂" + input.Name + (input.Kind.IsRow ? "[i]" : ""))];
        string[] taken = [.. TopologicalOrder.FromLeaves(gradients.Append(stable.Value)).Select(node => node.Name)];

        var alone = new SharedTerms([stable.Value], taken, hints);
        ValueAlone = ["value = " + alone.Print(stable.Value), .. alone.Definitions.Concat(Captured([stable.Value], formula)).Select(Where)];

        var together = new SharedTerms([stable.Value, .. gradients], taken, hints);
        Value = "value = " + together.Print(stable.Value);
        Gradients = [.. gradients.Select((gradient, index) => left[index] + " = " + together.Print(gradient))];
        Definitions = [.. together.Definitions, .. Captured([stable.Value, .. gradients], formula)];
        ValueAndGradient = [Value, .. Gradients, .. Definitions.Select(Where)];
        Rules = stable.Rules.IsEmpty ? "" : "by " + string.Join(", ", stable.Rules);
    }

    /// <summary>The value, in the terms of <see cref="Definitions"/>.</summary>
    public string Value { get; }

    /// <summary>The rewrites that led to it.</summary>
    public string Rules { get; }

    /// <summary>A line for each gradient, in the terms of <see cref="Definitions"/>.</summary>
    public ImmutableArray<string> Gradients { get; }

    /// <summary>A line for each term that has a name.</summary>
    public ImmutableArray<string> Definitions { get; }

    /// <summary>All there is to say of the value.</summary>
    public ImmutableArray<string> ValueAlone { get; }

    /// <summary>All there is to say of value and gradient.</summary>
    public ImmutableArray<string> ValueAndGradient { get; }

    // What has a name of ours, and is C# of the author's.
    private static IEnumerable<string> Captured(IEnumerable<Node> printed, Formula formula)
    {
        HashSet<string> used = [.. TopologicalOrder.FromLeaves(printed).Where(node => node.Operation is Operation.HyperParameter or Operation.SharedElement).Select(node => node.Name)];
        return formula.HyperParameters.Where(parameter => used.Contains(parameter.Name) && !SyntaxFacts.IsValidIdentifier(parameter.Spelling))
            .Select(parameter => $"{parameter.Name} = {parameter.Spelling}");
    }

    private static string Where(string definition) => "where " + definition;
}
