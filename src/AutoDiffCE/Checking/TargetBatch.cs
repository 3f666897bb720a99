namespace AutoDiffCE.Checking;

/// <summary>A loss of predictions and targets.</summary>
internal sealed class TargetBatch(TargetLoss loss, double[] target, BatchSettings settings) : ILossBatch<double>, ILossBatch<float>
{
    private readonly float[] singleTarget = TwinPoint.ToSingle(target);

    public Loss Loss => loss;

    public double Value(ReadOnlySpan<double> input) => loss.Value(input, target, settings.Double);

    public double ValueAndGradient(ReadOnlySpan<double> input, Span<double> gradient) =>
        loss.ValueAndGradient(input, target, gradient, settings.Double);

    public void Values(ReadOnlySpan<double> input, Span<double> destination) => loss.Values(input, target, destination, settings.Double);

    public void ValuesAndGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> destination, Span<double> gradient) =>
        loss.ValuesAndGradient(input, target, upstream, destination, gradient, settings.Double);

    public void Backward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> gradient) =>
        loss.Backward(input, target, upstream, gradient, settings.Double);

    public float Value(ReadOnlySpan<float> input) => loss.Value(input, singleTarget, settings.Single);

    public float ValueAndGradient(ReadOnlySpan<float> input, Span<float> gradient) =>
        loss.ValueAndGradient(input, singleTarget, gradient, settings.Single);

    public void Values(ReadOnlySpan<float> input, Span<float> destination) => loss.Values(input, singleTarget, destination, settings.Single);

    public void ValuesAndGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> destination, Span<float> gradient) =>
        loss.ValuesAndGradient(input, singleTarget, upstream, destination, gradient, settings.Single);

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> gradient) =>
        loss.Backward(input, singleTarget, upstream, gradient, settings.Single);

    public ILossBatch<double> OffByOneUnit(Random random) =>
        new TargetBatch(loss, [.. target.Select(number => TwinCheck.OffByOneUnit(number, random))], settings);
}
