using System.Numerics;
using AutoDiffCE.Exact;

namespace AutoDiffCE;

/// <summary>
/// What may be said about one batch beside its data. <c>default</c> says nothing: every sample weighs 1, the sizes follow from the
/// lengths, the rows lie one after the other, and the calling thread does the work.
/// </summary>
/// <remarks>
/// A ref struct, made where a batch is; <see cref="BatchSettings"/> is what of it can be kept. Nothing is checked here. The call that gets the options checks them against the lengths of the batch and throws an
/// <see cref="ArgumentException"/> before it writes anything.
/// </remarks>
/// <typeparam name="T">float or double: the precision of the batch.</typeparam>
public readonly ref struct BatchOptions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int inner;

    /// <summary>What is said in settings.</summary>
    /// <param name="settings">The settings.</param>
    public BatchOptions(BatchSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Normalizer = settings.Normalizer;
        Classes = settings.Classes;
        Inner = settings.Inner;
        RowStride = settings.RowStride;
        DegreeOfParallelism = settings.DegreeOfParallelism;
    }

    /// <summary>
    /// One factor per sample for its loss and gradient; empty means 1 for each. A weight of 0 takes the sample out, whatever its loss
    /// is, NaN included. With any other length than the number of samples the call throws an <see cref="ArgumentException"/>.
    /// </summary>
    public ReadOnlySpan<T> SampleWeights { get; init; }

    /// <summary>
    /// What a mean divides by, in place of the normalizer the batch has of its own: for one mean over several calls (gradient
    /// accumulation, several machines): see <see cref="LabelLoss.Normalizer(ReadOnlySpan{int})"/>. Null means the batch's own, 0 a mean over nothing
    /// (<see cref="Loss.EmptyMean"/>). A normalizer that is NaN or negative throws an
    /// <see cref="ArgumentOutOfRangeException"/>. A sum does not divide, and does not look at it.
    /// </summary>
    public double? Normalizer { get; init; }

    /// <summary>
    /// The elements of a row; 0 means deduced from the lengths. Once given it is checked: where the lengths contradict it the call
    /// throws an <see cref="ArgumentException"/> that shows the arithmetic, and an <see cref="ArgumentOutOfRangeException"/> where it
    /// is negative.
    /// </summary>
    public int Classes { get; init; }

    /// <summary>
    /// The positions that lie between one class and the next, as in an image of shape (batch, classes, height, width), whose inner size
    /// is height · width. Each position is a sample of its own, and sample number <c>b · Inner + p</c> is position p of batch item b.
    /// 1, also given as 0, means that the classes of a sample are neighbors. The number of samples must be a multiple of it.
    /// </summary>
    public int Inner
    {
        get => inner == 0 ? 1 : inner;
        init => inner = value;
    }

    /// <summary>
    /// The elements from the start of one row to the start of the next, for rows that are padded at their end; 0 means the classes. The
    /// padding is neither read nor written, and the last row needs none. Smaller than the classes, or combined with an
    /// <see cref="Inner"/> above 1, it throws an <see cref="ArgumentException"/>.
    /// </summary>
    public int RowStride { get; init; }

    /// <summary>
    /// The most threads that work on the batch; 0 and 1 mean the calling thread alone. The result has the same bits for any number. A
    /// negative number throws an <see cref="ArgumentOutOfRangeException"/>.
    /// </summary>
    public int DegreeOfParallelism { get; init; }

    /// <summary>What an input is where no derivative flows to it, for values whose differences the gradient is compared with; null for the input itself.</summary>
    internal HeldInput? Held { get; init; }

    /// <summary>What is said in settings.</summary>
    /// <param name="settings">The settings.</param>
    public static implicit operator BatchOptions<T>(BatchSettings settings) => new(settings);
}
