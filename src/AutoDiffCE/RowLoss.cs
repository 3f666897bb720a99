namespace AutoDiffCE;

/// <summary>
/// A loss whose formula takes two rows, <c>Formula(Row prediction, Row target)</c>: a divergence between distributions, or a distance
/// between vectors.
/// </summary>
/// <remarks>
/// Two spans of rows do not tell where a row ends. The classes come from <see cref="Loss.Classes"/> or
/// <see cref="BatchOptions{T}.Classes"/>; where neither gives them, every member throws an <see cref="ArgumentException"/>.
/// </remarks>
public abstract class RowLoss : TargetLoss;
