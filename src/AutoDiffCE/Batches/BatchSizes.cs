namespace AutoDiffCE.Batches;

/// <summary>The sizes of a batch, after all that was given was checked against all else.</summary>
/// <param name="Samples">How many samples there are; with an inner size, every position counts as one.</param>
/// <param name="Classes">Elements in a row; 0 where the formula has no row.</param>
/// <param name="Inner">Positions between one class and the next; 1 where the classes of a sample are neighbors.</param>
/// <param name="RowStride">Distance from one row to the next where the classes of a sample are neighbors.</param>
internal readonly record struct BatchSizes(int Samples, int Classes, int Inner, int RowStride)
{
    /// <summary>Distance from one class of a sample to the next.</summary>
    public nint ClassStride => Inner;

    /// <summary>Where the row of a sample starts.</summary>
    public nint RowOffset(int sample)
    {
        if (Inner == 1)
            return (nint)sample * RowStride;
        (int item, int position) = Math.DivRem(sample, Inner);
        return ((nint)item * Classes * Inner) + position;
    }
}
