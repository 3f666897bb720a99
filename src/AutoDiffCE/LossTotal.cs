namespace AutoDiffCE;

/// <summary>
/// A reduction before its division. Totals of parts of a batch add up to the total of the batch, so that a mean can be taken over
/// threads, machines or gradient-accumulation steps of different sizes.
/// </summary>
/// <param name="Sum">Σ weight · loss over the samples that count.</param>
/// <param name="Normalizer">What a mean divides by.</param>
public readonly record struct LossTotal(double Sum, double Normalizer)
{
    /// <summary>Sum / Normalizer; NaN where the normalizer is 0, whatever the sum is: there is nothing to take the mean of.</summary>
    public double Mean => Normalizer == 0 ? double.NaN : Sum / Normalizer;

    /// <summary>The total of both parts. <c>default(LossTotal)</c> is the total of nothing, to start from.</summary>
    public static LossTotal operator +(LossTotal left, LossTotal right) =>
        new(left.Sum + right.Sum, left.Normalizer + right.Normalizer);
}
