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
    private const int SumBlock = 256;

    // null where every sample, or class, weighs 1
    private readonly T* sampleWeights;
    private readonly double* classWeights;

    private readonly int* labels;
    private readonly int ignoreIndex;
    private readonly bool weighsSample;

    /// <summary>Takes the weights of a batch; <see cref="Count"/> comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Weighting(KernelShape shape, int* labels, int? ignored, T* sampleWeights, double* classWeights)
    {
        this.sampleWeights = sampleWeights;
        this.labels = labels;
        bool hasRole = shape.LabelRole != LabelRole.None && ignored is not null;
        this.classWeights = hasRole && shape.LabelRole != LabelRole.Unweighted ? classWeights : null;
        ignoreIndex = ignored ?? 0;
        weighsSample = shape.LabelRole == LabelRole.WeighsSample;
    }

    /// <summary>What a mean divides by.</summary>
    public double Normalizer { get; private set; }

    /// <summary>Whether every sample counts and weighs 1 in the sum.</summary>
    public bool IsUniform { get; private set; }

    /// <summary>Whether some sample does not count.</summary>
    public bool HasIgnored { get; private set; }

    /// <summary>What samples weigh in the sum; 0 takes one out.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="weights">Takes their weights.</param>
    public readonly void Load(int first, int count, double* weights) => Load(first, count, weights, weighsSample);

    /// <summary>Puts a class in place of the labels that are ignored, so that they can be looked up.</summary>
    /// <param name="copies">Copies of labels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void ReplaceIgnored(Span<int> copies)
    {
        if (HasIgnored)
            copies.Replace(ignoreIndex, 0);
    }

    /// <summary>Counts the samples and adds up the normalizer. The labels are known to be in range.</summary>
    /// <param name="shape">The kernel's shape.</param>
    /// <param name="samples">The samples of the batch.</param>
    /// <param name="ignored">How many of them are ignored.</param>
    /// <param name="given">The normalizer that the caller gives, or null.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(KernelShape shape, int samples, int ignored, double? given)
    {
        int counted = samples - ignored;
        HasIgnored = ignored > 0;
        IsUniform = ignored == 0 && sampleWeights == null && (classWeights == null || !weighsSample);
        Normalizer = given ?? (shape.MeanOverSamples || (sampleWeights == null && classWeights == null) ? counted : SumOfWeights(samples));
    }

    [SkipLocalsInit]
    private readonly double SumOfWeights(int samples)
    {
        if (classWeights == null && !HasIgnored)
            return Summation.Sum(sampleWeights, samples);
        double* weights = stackalloc double[SumBlock];
        double sum = 0;
        for (int first = 0; first < samples; first += Math.Min(SumBlock, samples - first))
        {
            int count = Math.Min(SumBlock, samples - first);
            Load(first, count, weights, classWeights != null);
            sum += Summation.Sum(weights, count);
        }

        return sum;
    }

    // One loop for each thing that may weigh, so that each is as short as it can be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Load(int first, int count, double* weights, bool byClass)
    {
        if (sampleWeights == null)
        {
            new Span<double>(weights, count).Fill(1);
        }
        else
        {
            for (int index = 0; index < count; index++)
                weights[index] = double.CreateTruncating(sampleWeights[first + index]);
        }

        if (HasIgnored)
        {
            for (int index = 0; index < count; index++)
                weights[index] = labels[first + index] == ignoreIndex ? 0 : weights[index];
        }

        if (!byClass || classWeights == null)
            return;
        for (int index = 0; index < count; index++)
        {
            // what is ignored weighs 0 by now, and its label is not looked up
            double classWeight = weights[index] == 0 ? 0 : classWeights[labels[first + index]];
            weights[index] = Strong.Product(classWeight, weights[index]);
        }
    }
}
