using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Which base type fits which inputs.</summary>
internal static class Shapes
{
    // The base types know one gradient, the one of the first input.
    public static LossShape Of(ImmutableArray<FormulaInput> inputs, bool givesRow)
    {
        if (givesRow)
            return LossShape.Map;
        if (inputs.Length != 2 || !inputs[0].IsDifferentiable || inputs[1].IsDifferentiable)
            return LossShape.Other;
        (InputKind First, InputKind Second) kinds = (inputs[0].Kind, inputs[1].Kind);
        return kinds == (InputKind.Scalar, InputKind.Scalar) ? LossShape.Elementwise
            : kinds == (InputKind.Row, InputKind.Label) ? LossShape.Label
            : kinds == (InputKind.Row, InputKind.Row) ? LossShape.Rows
            : LossShape.Other;
    }

    /// <summary>The name of the base type in the runtime.</summary>
    public static string BaseName(LossShape shape) => shape switch
    {
        LossShape.Elementwise => "ElementwiseLoss",
        LossShape.Label => "LabelLoss",
        LossShape.Rows => "RowLoss",
        _ => "Loss",
    };
}
