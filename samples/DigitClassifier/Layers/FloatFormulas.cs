using AutoDiffCE.Losses;

namespace DigitClassifier;

/// <summary>The generated kernels in float.</summary>
internal sealed class FloatFormulas : IFormulas<float>
{
    private readonly ReluActivation activation = new();
    private readonly CrossEntropyLoss loss = new();

    public void Activate(ReadOnlySpan<float> input, Span<float> destination) => activation.Values(input, destination);

    public void ActivateBackward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> inputGradient) =>
        activation.Backward(input, upstream, inputGradient);

    public float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels) => loss.Value(logits, labels);

    public float LossAndGradient(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> logitsGradient) =>
        loss.ValueAndGradient(logits, labels, logitsGradient);
}
