using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Emission;

/// <summary>The mathematics of a kernel: for the comments of the generated file and for the documentation that shows on hover.</summary>
/// <param name="Stable">What the formula became.</param>
/// <param name="Differentiable">What the gradient is taken by.</param>
/// <param name="Gradients">The gradient by each, for an upstream of one.</param>
internal sealed record FormulaNotes(StabilizedFormula Stable, IReadOnlyList<FormulaInput> Differentiable, IReadOnlyList<Node> Gradients)
{
    public string Value => "value = " + Stable.Value;

    public string Rules => Stable.Rules.IsEmpty ? "" : "by " + string.Join(", ", Stable.Rules);

    public IEnumerable<string> GradientLines => Differentiable.Select((input, index) =>
        "∂value/∂" + input.Name + (input.Kind == InputKind.Row ? "[i]" : "") + " = " + Gradients[index]);
}
