namespace AutoDiffCE.Checking;

/// <summary>A loss of rows and labels.</summary>
internal sealed class LabelBatch(LabelLoss loss, int[] label, TwinOptions twins) : ILossBatch<double>, ILossBatch<float>
{
    public Loss Loss => loss;

    public double Value(ReadOnlySpan<double> input) => loss.Value(input, label, twins.Double);

    public double ValueAndGradient(ReadOnlySpan<double> input, Span<double> gradient) =>
        loss.ValueAndGradient(input, label, gradient, twins.Double);

    public void Values(ReadOnlySpan<double> input, Span<double> destination) => loss.Values(input, label, destination, twins.Double);

    public void ValuesAndGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> destination, Span<double> gradient) =>
        loss.ValuesAndGradient(input, label, upstream, destination, gradient, twins.Double);

    public void Backward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> gradient) =>
        loss.Backward(input, label, upstream, gradient, twins.Double);

    public float Value(ReadOnlySpan<float> input) => loss.Value(input, label, twins.Single);

    public float ValueAndGradient(ReadOnlySpan<float> input, Span<float> gradient) => loss.ValueAndGradient(input, label, gradient, twins.Single);

    public void Values(ReadOnlySpan<float> input, Span<float> destination) => loss.Values(input, label, destination, twins.Single);

    public void ValuesAndGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> destination, Span<float> gradient) =>
        loss.ValuesAndGradient(input, label, upstream, destination, gradient, twins.Single);

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> gradient) =>
        loss.Backward(input, label, upstream, gradient, twins.Single);

    public ILossBatch<double> HoldingAt(double[] point) => new LabelBatch(loss, label, twins.Holding(0, point));

    public ILossBatch<double> OffByOneUnit(Random random) =>
        this;
}
