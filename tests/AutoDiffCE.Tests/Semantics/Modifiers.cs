namespace AutoDiffCE.Tests.Semantics;

/// <summary>One choice of everything that may be said about a loss and a batch beside the data.</summary>
internal sealed record Modifiers(
    Reduction Reduction,
    double[] ClassWeights,
    double[] SampleWeights,
    int IgnoreIndex,
    double LabelSmoothing,
    bool HasDistribution,
    double? Normalizer)
{
    /// <summary>All combinations.</summary>
    public static IEnumerable<Modifiers> All(int samples, int classes) =>
        from reduction in Enum.GetValues<Reduction>()
        from classWeights in new double[][] { [], [.. Enumerable.Range(0, classes).Select(c => c == 2 ? 0 : 0.5 + (c % 4))] }
        from sampleWeights in new double[][] { [], [.. Enumerable.Range(0, samples).Select(n => n == 1 ? 0 : 0.25 * (n + 1))] }
        from ignoreIndex in new[] { -100, 255, 1 }
        from labelSmoothing in new[] { 0, 0.1, 1 }
        from hasDistribution in new[] { false, true }
        from normalizer in new double?[] { null, 7.5 }
        select new Modifiers(reduction, classWeights, sampleWeights, ignoreIndex, labelSmoothing, hasDistribution, normalizer);

    public double ClassWeight(int c) => ClassWeights.Length == 0 ? 1 : ClassWeights[c];

    public double SampleWeight(int n) => SampleWeights.Length == 0 ? 1 : SampleWeights[n];

    public override string ToString() => FormattableString.Invariant(
        $"{Reduction}, {ClassWeights.Length} class weights, {SampleWeights.Length} sample weights, ignoring {IgnoreIndex}, ")
        + FormattableString.Invariant($"smoothing {LabelSmoothing}, {(HasDistribution ? "distribution" : "label")}, normalizer {Normalizer}");
}
