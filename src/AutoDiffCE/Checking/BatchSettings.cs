namespace AutoDiffCE.Checking;

/// <summary>The options of a batch, in both precisions and on the heap.</summary>
internal sealed class BatchSettings(BatchOptions<double> options)
{
    private readonly double[] weights = TwinPoint.Rounded(options.SampleWeights);
    private readonly float[] singleWeights = TwinPoint.ToSingle(options.SampleWeights);
    private readonly double? normalizer = options.Normalizer;
    private readonly int threads = options.DegreeOfParallelism;

    public int Classes { get; } = options.Classes;

    public int Inner { get; } = options.Inner;

    public int RowStride { get; } = options.RowStride;

    public BatchOptions<double> Double => new()
    {
        SampleWeights = weights,
        Normalizer = normalizer,
        Classes = Classes,
        Inner = Inner,
        RowStride = RowStride,
        DegreeOfParallelism = threads,
    };

    public BatchOptions<float> Single => new()
    {
        SampleWeights = singleWeights,
        Normalizer = normalizer,
        Classes = Classes,
        Inner = Inner,
        RowStride = RowStride,
        DegreeOfParallelism = threads,
    };
}
