namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>How a number compares with what it should be.</summary>
/// <param name="IsFault">Whether the net has found something.</param>
/// <param name="Kind">What it is counted as.</param>
/// <param name="Right">What it should be.</param>
/// <param name="Allowed">How far off it may be.</param>
internal readonly record struct Verdict(bool IsFault, string Kind, double Right = 0, double Allowed = 0);
