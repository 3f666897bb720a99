namespace AutoDiffCE.Checking;

/// <summary>A loss of predictions and targets.</summary>
internal sealed class TargetBatch(TargetLoss loss, double[] target, TwinOptions twins) : ILossBatch<double>, ILossBatch<float>
{
    private readonly float[] singleTarget = TwinPoint.ToSingle(target);

    public Loss Loss => loss;

    public double Value(ReadOnlySpan<double> input) => loss.Value(input, target, twins.Double);

    public double ValueAndGradient(ReadOnlySpan<double> input, Span<double> gradient) =>
        loss.ValueAndGradient(input, target, gradient, twins.Double);

    public void Values(ReadOnlySpan<double> input, Span<double> destination) => loss.Values(input, target, destination, twins.Double);

    public void ValuesAndGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> destination, Span<double> gradient) =>
        loss.ValuesAndGradient(input, target, upstream, destination, gradient, twins.Double);

    public void Backward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> gradient) =>
        loss.Backward(input, target, upstream, gradient, twins.Double);

    public float Value(ReadOnlySpan<float> input) => loss.Value(input, singleTarget, twins.Single);

    public float ValueAndGradient(ReadOnlySpan<float> input, Span<float> gradient) =>
        loss.ValueAndGradient(input, singleTarget, gradient, twins.Single);

    public void Values(ReadOnlySpan<float> input, Span<float> destination) => loss.Values(input, singleTarget, destination, twins.Single);

    public void ValuesAndGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> destination, Span<float> gradient) =>
        loss.ValuesAndGradient(input, singleTarget, upstream, destination, gradient, twins.Single);

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> gradient) =>
        loss.Backward(input, singleTarget, upstream, gradient, twins.Single);

    public ILossBatch<double> HoldingAt(double[] point) => new TargetBatch(loss, target, twins.Holding(0, point));

    public ILossBatch<double> OffByOneUnit(Random random) =>
        new TargetBatch(loss, [.. target.Select(number => TwinCheck.OffByOneUnit(number, random))], twins);
}
