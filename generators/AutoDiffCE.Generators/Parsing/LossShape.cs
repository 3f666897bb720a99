namespace AutoDiffCE.Generators.Parsing;

/// <summary>The base type that fits a formula.</summary>
internal enum LossShape
{
    /// <summary>None but <c>Loss</c>.</summary>
    Other,

    /// <summary>Two scalars, of which the first alone is differentiable: <c>ElementwiseLoss</c>.</summary>
    Elementwise,

    /// <summary>A row and a label, in this order: <c>LabelLoss</c>.</summary>
    Label,

    /// <summary>The formula gives a row, not a loss: a row out for each row in. None but <c>Loss</c>.</summary>
    Map,

    /// <summary>Two rows, of which the first alone is differentiable: <c>RowLoss</c>.</summary>
    Rows,
}
