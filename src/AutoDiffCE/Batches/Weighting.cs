using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>
/// What each sample weighs, and what their mean divides by. Found in one pass over the labels before anything is written, so that
/// every gradient can be written once, and a bad label leaves the destinations as they were.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct Weighting<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // null where every sample, or class, weighs 1
    private readonly T* sampleWeights;
    private readonly double* classWeights;

    // null where no sample can be ignored
    private readonly int* ignorableLabels;
    private readonly int* labels;
    private readonly int ignoreIndex;
    private readonly bool weighsSample;

    /// <summary>Takes the weights of a batch; <see cref="Count"/> comes next.</summary>
    public Weighting(Loss loss, KernelShape shape, int* labels, T* sampleWeights, double* classWeights)
    {
        this.sampleWeights = sampleWeights;
        this.labels = labels;
        bool hasRole = shape.LabelRole != LabelRole.None && loss is LabelLoss;
        this.classWeights = hasRole && shape.LabelRole != LabelRole.Unweighted ? classWeights : null;
        ignorableLabels = hasRole ? labels : null;
        ignoreIndex = hasRole ? ((LabelLoss)loss).IgnoreIndex : 0;
        weighsSample = shape.LabelRole == LabelRole.WeighsSample;
    }

    /// <summary>How many samples count: those that are not ignored, whatever they weigh.</summary>
    public int Counted { get; private set; }

    /// <summary>What a mean divides by.</summary>
    public double Normalizer { get; private set; }

    /// <summary>Whether every sample counts and weighs 1 in the sum.</summary>
    public bool IsUniform { get; private set; }

    /// <summary>Whether a sample does not count.</summary>
    public readonly bool IsIgnored(int sample) => ignorableLabels != null && ignorableLabels[sample] == ignoreIndex;

    /// <summary>What a sample weighs in the sum; 0 takes it out.</summary>
    public readonly double WeightOf(int sample)
    {
        if (IsIgnored(sample))
            return 0;
        double weight = sampleWeights == null ? 1 : double.CreateTruncating(sampleWeights[sample]);
        return weighsSample && classWeights != null ? Strong.Product(weight, classWeights[labels[sample]]) : weight;
    }

    /// <summary>Counts the samples and adds up the normalizer. The labels are known to be in range.</summary>
    /// <param name="shape">The kernel's shape.</param>
    /// <param name="samples">The samples of the batch.</param>
    /// <param name="ignored">How many of them are ignored.</param>
    /// <param name="given">The normalizer that the caller gives, or null.</param>
    public void Count(KernelShape shape, int samples, int ignored, double? given)
    {
        Counted = samples - ignored;
        IsUniform = ignored == 0 && sampleWeights == null && (classWeights == null || !weighsSample);
        Normalizer = given ?? (shape.MeanOverSamples || (sampleWeights == null && classWeights == null) ? Counted : SumOfWeights(samples));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly double SumOfWeights(int samples)
    {
        if (classWeights == null && ignorableLabels == null)
            return Summation.Sum(sampleWeights, samples);
        double sum = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            if (IsIgnored(sample))
                continue;
            double weight = sampleWeights == null ? 1 : double.CreateTruncating(sampleWeights[sample]);
            sum += classWeights == null ? weight : Strong.Product(weight, classWeights[labels[sample]]);
        }

        return sum;
    }
}
