using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>
/// How a batch is cut up. All of it follows from the classes, the inner size, T and the lane width alone, so that neither the size of
/// the batch nor the number of threads shows in a result.
/// </summary>
internal static class BlockSizes
{
    /// <summary>The largest register has so many lanes; tiles and blocks are multiples of it.</summary>
    public const int MaxLanes = 16;

    private const int MaxSamples = 1024;
    private const int MinLongRows = 4;

    // A block is what one call of a kernel runs over: large enough that the call does not matter, and small enough that what one pass
    // leaves behind is still in the second-level cache for the next one.
    private const int BlockElements = 32768;

    // A tile of one input and one gradient fits the first-level cache in float.
    private const int TileElements = 4096;

    /// <summary>Whether samples run along the lanes.</summary>
    public static bool SamplesAlongLanes(in BatchSizes sizes, int lanes) =>
        sizes.Classes == 0 || sizes.Inner > 1 || sizes.Classes <= LongestShortRow(lanes);

    /// <summary>The samples of one block: a power of two.</summary>
    public static int Samples(in BatchSizes sizes, bool samplesAlongLanes)
    {
        int wanted = BlockElements / Math.Max(sizes.Classes, 1);
        int fewest = samplesAlongLanes ? MaxLanes : MinLongRows;
        return Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)wanted + 1) / 2, fewest, MaxSamples);
    }

    /// <summary>The samples of one tile of rows: a multiple of every number of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int TileSamples(in BatchSizes sizes)
    {
        if (sizes.Inner > 1)
            return MaxLanes;
        int wanted = TileElements / Math.Max(sizes.Classes, 1);
        return Math.Clamp(wanted & -MaxLanes, MaxLanes, MaxSamples);
    }

    /// <summary>The longest row that is transposed: for longer ones, what a row costs once is small beside its classes.</summary>
    /// <remarks>Measured with cross-entropy on AVX-512: at this length the transposed order is still the faster one, at twice it they are equal.</remarks>
    public static int LongestShortRow(int lanes) => 8 * lanes;
}
