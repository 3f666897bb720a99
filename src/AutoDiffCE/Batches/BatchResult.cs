using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>What comes out of a batch before the reduction.</summary>
/// <param name="Sum">Σ weight · value; 0 where no sum was asked for.</param>
/// <param name="Normalizer">What a mean divides by.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BatchResult(double Sum, double Normalizer)
{
    /// <summary>The loss of the batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Reduce(Loss loss)
    {
        if (loss.Reduction == Reduction.Sum)
            return Sum;
        // whatever the sum is: label smoothing gives one to samples that weigh nothing in the normalizer
        return Normalizer == 0 ? loss.EmptyMean : Sum / Normalizer;
    }

    /// <summary>The sum with its normalizer.</summary>
    public LossTotal ToTotal() => new(Sum, Normalizer);
}
