using AutoDiffCE.Exact;

namespace AutoDiffCE.Checking;

/// <summary>The options of a batch, in both precisions and on the heap.</summary>
internal sealed class TwinOptions
{
    private readonly double[] weights;
    private readonly float[] singleWeights;
    private readonly HeldInput? held;

    public TwinOptions(BatchOptions<double> options)
    {
        weights = TwinPoint.Rounded(options.SampleWeights);
        singleWeights = TwinPoint.ToSingle(options.SampleWeights);
        Settings = new()
        {
            Normalizer = options.Normalizer,
            Classes = options.Classes,
            Inner = options.Inner,
            RowStride = options.RowStride,
            DegreeOfParallelism = options.DegreeOfParallelism,
        };
    }

    private TwinOptions(TwinOptions other, HeldInput held)
    {
        (weights, singleWeights, Settings) = (other.weights, other.singleWeights, other.Settings);
        this.held = held;
    }

    public BatchSettings Settings { get; }

    public BatchOptions<double> Double => new(Settings) { SampleWeights = weights, Held = held };

    public BatchOptions<float> Single => new(Settings) { SampleWeights = singleWeights };

    /// <summary>The same with an input held where no derivative flows to it, in double.</summary>
    /// <param name="input">The position of the input.</param>
    /// <param name="numbers">At what it is held.</param>
    public TwinOptions Holding(int input, double[] numbers) => new(this, new HeldInput(input, [.. numbers]));
}
