using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

/// <summary>
/// A batch for <see cref="ScaledLabelKernel"/>, and what comes of it by plain loops. All numbers are small multiples of a quarter, so that every sum
/// is exact in float and a comparison needs no tolerance.
/// </summary>
internal sealed class Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Batch(int samples, int classes, int inner = 1, int rowStride = 0, int seed = 1)
    {
        (Samples, Classes, Inner, RowStride) = (samples, classes, inner, rowStride);
        int length = samples == 0 ? 0 : rowStride == 0 ? samples * classes : ((samples - 1) * rowStride) + classes;
        var random = new Random(seed);
        Logits = Quarters(random, length);
        Scale = Quarters(random, samples);
        Upstream = Quarters(random, samples);
        Label = new int[samples];
        for (int n = 0; n < samples; n++)
            Label[n] = random.Next(classes);
    }

    public int Samples { get; }

    public int Classes { get; }

    public int Inner { get; }

    public int RowStride { get; }

    public T[] Logits { get; }

    public T[] Scale { get; }

    public T[] Upstream { get; }

    public int[] Label { get; }

    public T[] SampleWeights { get; set; } = [];

    public double? Normalizer { get; set; }

    public int Threads { get; set; }

    public LabelLoss Loss { get; set; } = new RecordingLabelLoss();

    public LabelRole Role { get; set; } = LabelRole.WeighsSample;

    public bool MeanOverSamples { get; set; }

    public static T Number(double value) => T.CreateTruncating(value);

    public static T[] Quarters(Random random, int count)
    {
        var numbers = new T[count];
        for (int index = 0; index < count; index++)
            numbers[index] = Number(random.Next(-16, 17) / 4.0);
        return numbers;
    }

    public Outcome<T> Run<V>(BatchGoal goal)
        where V : struct, ILanes<V, T>
    {
        var outcome = new Outcome<T>(Logits.Length, Samples);
        outcome.Result = Run<V>(goal, outcome.Values, outcome.LogitsGradient, outcome.ScaleGradient);
        return outcome;
    }

    public BatchResult Run<V>(BatchGoal goal, Span<T> values, Span<T> logitsGradient, Span<T> scaleGradient)
        where V : struct, ILanes<V, T> =>
        KernelRun<ScaledLabelKernel, V, T>.Run(Loss, ScaledLabelKernel.Shape(Role, MeanOverSamples), default, goal, new BatchCall<T>
        {
            Input0 = Logits,
            Input1 = Scale,
            Label0 = Label,
            Gradient0 = goal.HasGradient() ? logitsGradient : default,
            Gradient1 = goal.HasGradient() ? scaleGradient : default,
            Upstream = goal.HasUpstream() ? Upstream : default,
            Destination = goal.HasDestination() ? values : default,
            Options = new BatchOptions<T>
            {
                SampleWeights = SampleWeights,
                Normalizer = Normalizer,
                Classes = RowStride == 0 ? 0 : Classes,
                Inner = Inner,
                RowStride = RowStride,
                DegreeOfParallelism = Threads,
            },
        });

    /// <summary>Where an element of a row lies.</summary>
    public int IndexOf(int sample, int classIndex) =>
        Inner == 1
            ? (sample * (RowStride == 0 ? Classes : RowStride)) + classIndex
            : (((sample / Inner * Classes) + classIndex) * Inner) + (sample % Inner);

    public bool IsIgnored(int sample) => Role != LabelRole.None && Label[sample] == Loss.IgnoreIndex;

    public double WeightOf(int sample)
    {
        if (IsIgnored(sample))
            return 0;
        return Role == LabelRole.WeighsSample ? StrongWeight(sample) : SampleWeightOf(sample);
    }

    public double ExpectedNormalizer()
    {
        double normalizer = 0;
        for (int n = 0; n < Samples; n++)
        {
            if (IsIgnored(n))
                continue;
            bool weighted = Role is LabelRole.WeighsSample or LabelRole.WeighsNormalizer;
            normalizer += MeanOverSamples ? 1 : weighted ? StrongWeight(n) : SampleWeightOf(n);
        }

        return Normalizer ?? normalizer;
    }

    /// <summary>The loss of a sample, without weights.</summary>
    public double ValueOf(int sample)
    {
        double sum = 0;
        for (int c = 0; c < Classes; c++)
            sum += Math.Pow(Logit(sample, c), 2);
        return sum - (double.CreateTruncating(Scale[sample]) * Logit(sample, Label[sample]));
    }

    /// <summary>The derivative of the loss of a sample by an element of its row.</summary>
    public double DerivativeOf(int sample, int classIndex) =>
        (2 * Logit(sample, classIndex)) - (classIndex == Label[sample] ? double.CreateTruncating(Scale[sample]) : 0);

    public double Logit(int sample, int classIndex) => double.CreateTruncating(Logits[IndexOf(sample, classIndex)]);

    private double StrongWeight(int sample) => ClassWeightOf(sample) == 0 ? 0 : SampleWeightOf(sample) * ClassWeightOf(sample);

    private double SampleWeightOf(int sample) => SampleWeights.Length == 0 ? 1 : double.CreateTruncating(SampleWeights[sample]);

    private double ClassWeightOf(int sample) => Loss.ClassWeights.Length == 0 ? 1 : Loss.ClassWeights[Label[sample]];
}
