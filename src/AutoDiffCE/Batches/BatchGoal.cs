using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>What one call asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BatchGoal
{
    /// <summary>The sum and its normalizer.</summary>
    Total,

    /// <summary>The reduced value.</summary>
    Value,

    /// <summary>The reduced value and its gradient.</summary>
    ValueAndGradient,

    /// <summary>One value per sample.</summary>
    Values,

    /// <summary>One value per sample, and the gradient for one upstream per sample.</summary>
    ValuesAndGradient,

    /// <summary>The gradient for one upstream per sample, and no value.</summary>
    Backward,

    /// <summary>What a mean divides by, from labels and weights alone: no input is given.</summary>
    Normalizer,

    /// <summary>Of a formula that gives a row: the rows. They are written like gradients.</summary>
    Rows,

    /// <summary>Of a formula that gives a row: what flows back through the rows, for one upstream row per sample.</summary>
    RowsBackward,

    /// <summary>Of a formula that gives a row: both.</summary>
    RowsAndGradient,
}
