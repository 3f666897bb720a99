using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>Moves rows between the caller's memory, one sample after the other, and a tile, one class after the other.</summary>
internal static unsafe class Transposition
{
    /// <summary>Brings rows into a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load<T>(T* source, in BatchSizes sizes, int first, int count, T* tile, nint tileStride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint classStride = sizes.ClassStride;
        for (int sample = 0; sample < count; sample++)
        {
            T* row = source + sizes.RowOffset(first + sample);
            for (int c = 0; c < sizes.Classes; c++)
                tile[(c * tileStride) + sample] = row[c * classStride];
        }
    }

    /// <summary>Brings rows out of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<T>(T* tile, nint tileStride, T* destination, in BatchSizes sizes, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint classStride = sizes.ClassStride;
        for (int sample = 0; sample < count; sample++)
        {
            T* row = destination + sizes.RowOffset(first + sample);
            for (int c = 0; c < sizes.Classes; c++)
                row[c * classStride] = tile[(c * tileStride) + sample];
        }
    }
}
