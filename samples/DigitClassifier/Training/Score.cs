namespace DigitClassifier;

/// <summary>How a network does on a set of images.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Confusion">What it took for what.</param>
internal sealed record Score(double Loss, ConfusionMatrix Confusion)
{
    /// <summary>The share of images it got right.</summary>
    public double Accuracy => Confusion.Accuracy;
}
