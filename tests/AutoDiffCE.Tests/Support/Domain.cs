namespace AutoDiffCE.Tests.Support;

/// <summary>What the numbers of an input may be.</summary>
internal enum Domain
{
    /// <summary>Any real numbers, about as far from 0 as logits are.</summary>
    Real,

    /// <summary>Numbers above 0.</summary>
    Positive,

    /// <summary>Numbers between 0 and 1, not too near to either.</summary>
    Probability,

    /// <summary>−1 or 1.</summary>
    Sign,
}
