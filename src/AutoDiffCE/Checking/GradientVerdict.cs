namespace AutoDiffCE.Checking;

/// <summary>What a check found out about one derivative, from the best to the worst.</summary>
public enum GradientVerdict
{
    /// <summary>It is what it was compared with.</summary>
    Agrees,

    /// <summary>The one-sided derivatives differ here, and it lies between them: any such number is a subgradient's.</summary>
    Kink,

    /// <summary>The input, the value or the derivative is infinite, so there is nothing to compare with; it is not NaN.</summary>
    NotFinite,

    /// <summary>
    /// Differences of values do not settle down to a derivative: a jump, noise, a value that is NaN, or what looks like a kink in a formula that has none.
    /// A check with such an element does not pass.
    /// </summary>
    Undetermined,

    /// <summary>It is wrong, or NaN.</summary>
    Disagrees,
}
