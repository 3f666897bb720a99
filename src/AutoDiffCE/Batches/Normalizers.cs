using System.Numerics;

namespace AutoDiffCE.Batches;

/// <summary>What a mean divides by.</summary>
internal static class Normalizers
{
    /// <summary>The normalizer that a caller gives, if any.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or NaN.</exception>
    public static double? Checked(double? normalizer) => normalizer is null or >= 0
        ? normalizer
        : throw Mismatch.OutOfRange("options.Normalizer", normalizer, $"A normalizer is a number of at least 0.");

    /// <summary>The normalizer of a batch of which labels and weights are given, and nothing else.</summary>
    /// <exception cref="ArgumentException">Lengths do not fit, or a label that is not ignored is not a class.</exception>
    public static unsafe double OfLabels<T>(Loss loss, KernelShape shape, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchSizes sizes = SizeDeduction.DeduceFromLabels(loss, shape, batch);
        LengthChecks.Check(shape, sizes, batch);
        int ignored = LabelChecks.Check(loss, shape, sizes.Classes, batch);
        double? given = Checked(batch.Options.Normalizer);
        fixed (double* classWeights = batch.ClassWeights)
        fixed (int* labels = batch.Label0)
        fixed (T* sampleWeights = batch.Options.SampleWeights)
        {
            var weighting = new Weighting<T>(shape, labels, batch.IgnoreIndex, sampleWeights, classWeights);
            weighting.Count(shape, sizes.Samples, ignored, given);
            return weighting.Normalizer;
        }
    }
}
