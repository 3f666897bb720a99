namespace AutoDiffCE.Exact;

/// <summary>What is known of a number: that it lies in a ball, that it is an infinity, or nothing.</summary>
internal enum BallKind : byte
{
    /// <summary>Somewhere within the radius around the midpoint.</summary>
    Finite,

    /// <summary>+∞, exactly.</summary>
    PositiveInfinity,

    /// <summary>−∞, exactly.</summary>
    NegativeInfinity,

    /// <summary>Nothing is known, not even that there is such a number.</summary>
    Unknown,
}
