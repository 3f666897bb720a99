using AutoDiffCE.Losses;

namespace GradientChecking;

/// <summary>
/// A hand-written layer, logits = weights · input, under a generated loss: how to check layers of one's own. The weights are what the gradient is taken by.
/// </summary>
internal sealed class DenseLayer(double[] inputs, int[] labels, int classes, Mistake mistake)
{
    private readonly CrossEntropyLoss loss = new() { LabelSmoothing = 0.1 };
    private readonly int width = inputs.Length / labels.Length;

    /// <summary>Value and gradient. The gradient by a weight is Σ over the samples of the logit's gradient times the input.</summary>
    public double ValueAndGradient(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double[] logits = new double[labels.Length * classes];
        for (int i = 0; i < logits.Length; i++)
        {
            for (int j = 0; j < width; j++) logits[i] += weights[i % classes * width + j] * inputs[i / classes * width + j];
        }

        double value = loss.ValueAndGradient(logits, labels, logits);
        gradient.Clear();
        for (int i = 0; i < logits.Length; i++)
        {
            int row = mistake == Mistake.WeightsOffByOne ? (i + 1) % classes : i % classes;
            for (int j = 0; j < width; j++) gradient[row * width + j] += logits[i] * inputs[i / classes * width + j];
        }

        return value;
    }
}
