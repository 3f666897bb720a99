namespace AutoDiffCE.Batches;

/// <summary>What one call asks for.</summary>
internal enum BatchGoal
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

    /// <summary>Rows for rows, in the place of gradients; no upstream per sample and no value.</summary>
    Map,
}
