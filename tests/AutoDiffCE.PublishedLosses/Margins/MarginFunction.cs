namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>What <see cref="BinaryMarginLoss"/> makes of a margin.</summary>
internal enum MarginFunction
{
    Exponential,
    Savage,
    Tangent,
    ModifiedHuber,
}
