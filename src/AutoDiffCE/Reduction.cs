namespace AutoDiffCE;

/// <summary>How the losses of the samples of a batch become one number.</summary>
/// <remarks>One value per sample is not a reduction: <c>Values</c> and <c>Backward</c> give it.</remarks>
public enum Reduction
{
    /// <summary>Σ weight · loss / normalizer.</summary>
    Mean,

    /// <summary>Σ weight · loss.</summary>
    Sum,
}
