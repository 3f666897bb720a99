namespace AutoDiffCE.Exact;

/// <summary>What is known of a number: that it lies in a ball, that it lies beyond all of them, that it is an infinity, or nothing.</summary>
internal enum BallKind : byte
{
    /// <summary>Somewhere within the radius around the midpoint.</summary>
    Finite,

    /// <summary>A real number that is too large for its exponent: see <see cref="Ball.Huge"/>.</summary>
    Huge,

    /// <summary>The negative of such a number.</summary>
    NegativeHuge,

    /// <summary>+∞, exactly.</summary>
    PositiveInfinity,

    /// <summary>−∞, exactly.</summary>
    NegativeInfinity,

    /// <summary>An infinity of either sign: what another number divided by exactly 0 is, which has no sign itself.</summary>
    UnsignedInfinity,

    /// <summary>Nothing is known, not even that there is such a number.</summary>
    Unknown,
}
