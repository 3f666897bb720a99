namespace GradientChecking;

/// <summary>The mean cross-entropy of rows of logits, as one writes it by hand; with a mistake, if so wished.</summary>
internal sealed class HandWrittenCrossEntropy(int[] labels, int classes, Mistake mistake)
{
    /// <summary>Value and gradient. The gradient of a sample is (softmax(logits) − onehot(label)) / samples.</summary>
    public double ValueAndGradient(ReadOnlySpan<double> logits, Span<double> gradient)
    {
        double value = 0;
        double divisor = mistake == Mistake.MeanForgotten ? 1 : labels.Length;
        double sign = mistake == Mistake.WrongSign ? -1 : 1;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            ReadOnlySpan<double> row = logits.Slice(sample * classes, classes);
            Span<double> rowGradient = gradient.Slice(sample * classes, classes);
            int label = labels[sample];
            int marked = mistake == Mistake.LabelOffByOne ? (label + 1) % classes : label;
            value += SoftmaxInto(row, rowGradient) - row[label];
            rowGradient[marked] -= 1;
            foreach (ref double derivative in rowGradient) derivative *= sign / divisor;
        }

        return value / labels.Length;
    }

    // The probabilities, and the logarithm of the sum of exponentials.
    private static double SoftmaxInto(ReadOnlySpan<double> row, Span<double> probabilities)
    {
        double largest = double.NegativeInfinity;
        foreach (double logit in row) largest = Math.Max(largest, logit);
        double sum = 0;
        for (int i = 0; i < row.Length; i++) sum += probabilities[i] = Math.Exp(row[i] - largest);
        foreach (ref double probability in probabilities) probability /= sum;
        return largest + Math.Log(sum);
    }
}
