namespace AutoDiffCE;

/// <summary>What the mean of a loss divides by.</summary>
public enum MeanOver
{
    /// <summary>
    /// The weights of the samples that count: with labels Σ sampleWeight · classWeight[label], with label distributions and without
    /// labels Σ sampleWeight. A weight that is not given is 1.
    /// </summary>
    Weights,

    /// <summary>The number of the samples that count, whatever they weigh.</summary>
    Samples,
}
