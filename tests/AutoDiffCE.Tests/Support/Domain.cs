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

    /// <summary>Such numbers, at most eight of a row; the rest is 0.</summary>
    Share,

    /// <summary>−1 or 1.</summary>
    Sign,

    /// <summary>0 or 1.</summary>
    Flag,

    /// <summary>Numbers from 4 to 6, above all others.</summary>
    High,

    /// <summary>Numbers from −6 to −4, below all others.</summary>
    Low,

    /// <summary>Any real numbers, of which no two differ by 1.</summary>
    Uneven,
}
