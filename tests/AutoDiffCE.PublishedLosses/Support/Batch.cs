namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>The inputs of some samples.</summary>
/// <param name="Samples">How many.</param>
/// <param name="Numbers">The floating-point inputs, in the order of the formula.</param>
/// <param name="Integers">The integer inputs, in theirs.</param>
internal sealed record Batch(int Samples, double[][] Numbers, int[][] Integers);
