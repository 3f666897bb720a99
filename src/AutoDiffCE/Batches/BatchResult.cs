namespace AutoDiffCE.Batches;

/// <summary>What comes out of a batch before the reduction.</summary>
/// <param name="Sum">Σ weight · value; 0 where no sum was asked for.</param>
/// <param name="Normalizer">What a mean divides by.</param>
/// <param name="Counted">How many samples count.</param>
internal readonly record struct BatchResult(double Sum, double Normalizer, int Counted)
{
    /// <summary>The loss of the batch.</summary>
    public double Reduce(Loss loss)
    {
        if (loss.Reduction == Reduction.Sum)
            return Sum;
        return Counted == 0 && Normalizer == 0 ? loss.EmptyMean : Sum / Normalizer;
    }

    /// <summary>The sum with its normalizer.</summary>
    public LossTotal ToTotal() => new(Sum, Normalizer);
}
