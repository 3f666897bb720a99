namespace AutoDiffCE.Generators.Stability;

/// <summary>What an expression tends to as one input grows without bound.</summary>
internal enum Limit
{
    /// <summary>Nothing is known of it, or it grows faster than every power.</summary>
    Unknown,

    /// <summary>Zero, faster than any power grows.</summary>
    Vanishing,

    /// <summary>It stays bounded.</summary>
    Bounded,

    /// <summary>∞, no faster than a power.</summary>
    PlusInfinity,

    /// <summary>−∞, no faster than a power.</summary>
    MinusInfinity,

    /// <summary>∞ or −∞, no faster than a power.</summary>
    Infinite,
}
