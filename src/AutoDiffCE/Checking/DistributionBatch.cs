namespace AutoDiffCE.Checking;

/// <summary>A loss of rows and label distributions.</summary>
internal sealed class DistributionBatch(LabelLoss loss, double[] labelDistribution, int classes, TwinOptions twins) : ILossBatch<double>, ILossBatch<float>
{
    private readonly float[] singleDistribution = TwinPoint.ToSingle(labelDistribution);

    public Loss Loss => loss;

    public double Value(ReadOnlySpan<double> input) => loss.Value(input, labelDistribution, classes, twins.Double);

    public double ValueAndGradient(ReadOnlySpan<double> input, Span<double> gradient) =>
        loss.ValueAndGradient(input, labelDistribution, classes, gradient, twins.Double);

    public void Values(ReadOnlySpan<double> input, Span<double> destination) =>
        loss.Values(input, labelDistribution, classes, destination, twins.Double);

    public void ValuesAndGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> destination, Span<double> gradient) =>
        loss.ValuesAndGradient(input, labelDistribution, classes, upstream, destination, gradient, twins.Double);

    public void Backward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> gradient) =>
        loss.Backward(input, labelDistribution, classes, upstream, gradient, twins.Double);

    public float Value(ReadOnlySpan<float> input) => loss.Value(input, singleDistribution, classes, twins.Single);

    public float ValueAndGradient(ReadOnlySpan<float> input, Span<float> gradient) =>
        loss.ValueAndGradient(input, singleDistribution, classes, gradient, twins.Single);

    public void Values(ReadOnlySpan<float> input, Span<float> destination) =>
        loss.Values(input, singleDistribution, classes, destination, twins.Single);

    public void ValuesAndGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> destination, Span<float> gradient) =>
        loss.ValuesAndGradient(input, singleDistribution, classes, upstream, destination, gradient, twins.Single);

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> gradient) =>
        loss.Backward(input, singleDistribution, classes, upstream, gradient, twins.Single);

    public ILossBatch<double> HoldingAt(double[] point) => new DistributionBatch(loss, labelDistribution, classes, twins.Holding(0, point));

    public ILossBatch<double> OffByOneUnit(Random random) =>
        new DistributionBatch(loss, [.. labelDistribution.Select(number => TwinCheck.OffByOneUnit(number, random))], classes, twins);
}
