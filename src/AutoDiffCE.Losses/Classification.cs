using System.Numerics;

namespace AutoDiffCE.Losses;

/// <summary>What a classifier answers, and how often it is right.</summary>
public static class Classification
{
    /// <summary>The class with the largest logit of each sample: what the model would answer.</summary>
    /// <param name="logits">One row for each sample.</param>
    /// <param name="classes">The length of a row.</param>
    /// <param name="destination">One for each sample; the first class of several with the same logit. A NaN counts as the largest, as in PyTorch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void ArgMax(ReadOnlySpan<float> logits, int classes, Span<int> destination) => ArgMaxOf(logits, classes, destination);

    /// <summary>The class with the largest logit of each sample: what the model would answer.</summary>
    /// <param name="logits">One row for each sample.</param>
    /// <param name="classes">The length of a row.</param>
    /// <param name="destination">One for each sample; the first class of several with the same logit. A NaN counts as the largest, as in PyTorch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void ArgMax(ReadOnlySpan<double> logits, int classes, Span<int> destination) => ArgMaxOf(logits, classes, destination);

    /// <summary>The part of the samples whose label has the largest logit.</summary>
    /// <param name="logits">One row for each sample.</param>
    /// <param name="label">One for each sample; they give the number of classes.</param>
    /// <param name="ignoreIndex">The label of samples that do not count.</param>
    /// <returns>Between 0 and 1; NaN where no sample counts.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label that is not ignored is not a class.</exception>
    public static double Accuracy(ReadOnlySpan<float> logits, ReadOnlySpan<int> label, int ignoreIndex = -100) =>
        AccuracyOf(logits, label, ignoreIndex);

    /// <summary>The part of the samples whose label has the largest logit.</summary>
    /// <param name="logits">One row for each sample.</param>
    /// <param name="label">One for each sample; they give the number of classes.</param>
    /// <param name="ignoreIndex">The label of samples that do not count.</param>
    /// <returns>Between 0 and 1; NaN where no sample counts.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label that is not ignored is not a class.</exception>
    public static double Accuracy(ReadOnlySpan<double> logits, ReadOnlySpan<int> label, int ignoreIndex = -100) =>
        AccuracyOf(logits, label, ignoreIndex);

    private static void ArgMaxOf<T>(ReadOnlySpan<T> logits, int classes, Span<int> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        if (logits.Length % classes != 0)
            throw Mismatch(nameof(logits), $"logits has {logits.Length} elements, which is not a multiple of {classes} classes.");
        int samples = logits.Length / classes;
        if (destination.Length != samples)
            throw Mismatch(nameof(destination), $"destination has {destination.Length} elements, which is not one for each of {samples} samples.");
        for (int sample = 0; sample < samples; sample++)
            destination[sample] = Largest(logits.Slice(sample * classes, classes));
    }

    private static double AccuracyOf<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> label, int ignoreIndex)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int samples = label.Length;
        if (samples == 0 ? logits.Length > 0 : logits.Length % samples != 0)
            throw Mismatch(nameof(logits), $"logits has {logits.Length} elements, which is not a multiple of the {samples} samples that label has.");
        int classes = samples == 0 ? 0 : logits.Length / samples;
        int counted = 0;
        int right = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            if (label[sample] == ignoreIndex)
                continue;
            if ((uint)label[sample] >= (uint)classes)
                throw OutOfRange(label[sample], sample, classes);
            counted++;
            if (Largest(logits.Slice(sample * classes, classes)) == label[sample])
                right++;
        }

        return counted == 0 ? double.NaN : (double)right / counted;
    }

    private static int Largest<T>(ReadOnlySpan<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int largest = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (T.IsNaN(row[i]))
                return i;
            if (row[i] > row[largest])
                largest = i;
        }

        return largest;
    }

    private static ArgumentException Mismatch(string parameter, FormattableString message) => new(FormattableString.Invariant(message), parameter);

    private static ArgumentOutOfRangeException OutOfRange(int label, int sample, int classes) => new(
        nameof(label), label, FormattableString.Invariant($"The label of sample {sample} is {label}, which is not one of the {classes} classes."));
}
