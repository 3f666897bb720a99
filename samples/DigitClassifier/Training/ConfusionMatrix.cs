using AutoDiffCE.Losses;

namespace DigitClassifier;

/// <summary>How often each class was taken for each.</summary>
internal sealed class ConfusionMatrix(int classes)
{
    private readonly int[] counts = new int[classes * classes];

    /// <summary>How many classes there are.</summary>
    public int Classes => classes;

    /// <summary>How often one class was taken for another.</summary>
    public int this[int actual, int predicted] => counts[actual * classes + predicted];

    /// <summary>The share that was recognized.</summary>
    public double Accuracy => counts.Length == 0 ? 0 : Enumerable.Range(0, classes).Sum(c => this[c, c]) / Math.Max(1.0, counts.Sum());

    /// <summary>Counts a batch: the prediction is the class with the largest logit.</summary>
    public void Add(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        int[] predictions = new int[labels.Length];
        Classification.ArgMax(logits, classes, predictions);
        for (int sample = 0; sample < predictions.Length; sample++)
            counts[labels[sample] * classes + predictions[sample]]++;
    }

    /// <summary>The share of the images of a class that was recognized.</summary>
    public double Recall(int actual)
    {
        int total = Enumerable.Range(0, classes).Sum(predicted => this[actual, predicted]);
        return this[actual, actual] / Math.Max(1.0, total);
    }
}
