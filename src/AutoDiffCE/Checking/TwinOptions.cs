namespace AutoDiffCE.Checking;

/// <summary>The options of a batch, in both precisions and on the heap.</summary>
internal sealed class TwinOptions(BatchOptions<double> options)
{
    private readonly double[] weights = TwinPoint.Rounded(options.SampleWeights);
    private readonly float[] singleWeights = TwinPoint.ToSingle(options.SampleWeights);

    public BatchSettings Settings { get; } = new()
    {
        Normalizer = options.Normalizer,
        Classes = options.Classes,
        Inner = options.Inner,
        RowStride = options.RowStride,
        DegreeOfParallelism = options.DegreeOfParallelism,
    };

    public BatchOptions<double> Double => new(Settings) { SampleWeights = weights };

    public BatchOptions<float> Single => new(Settings) { SampleWeights = singleWeights };
}
