using AutoDiffCE.Losses;

namespace DigitClassifier;

/// <summary>The generated kernels in double.</summary>
internal sealed class DoubleFormulas : IFormulas<double>
{
    private readonly ReluActivation activation = new();
    private readonly CrossEntropyLoss loss = new();

    public void Activate(ReadOnlySpan<double> input, Span<double> destination) => activation.Values(input, destination);

    public void ActivateBackward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> inputGradient) =>
        activation.Backward(input, upstream, inputGradient);

    public double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels) => loss.Value(logits, labels);

    public double LossAndGradient(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> logitsGradient) =>
        loss.ValueAndGradient(logits, labels, logitsGradient);
}
