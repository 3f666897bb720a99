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
        int done = 0;
        if (sizes.Inner == 1)
        {
            T* rows = source + sizes.RowOffset(first);
            done = typeof(T) == typeof(float)
                ? FloatTransposition.Load((float*)rows, sizes.RowStride, sizes.Classes, count, (float*)tile, tileStride)
                : DoubleTransposition.Load((double*)rows, sizes.RowStride, sizes.Classes, count, (double*)tile, tileStride);
        }

        nint classStride = sizes.ClassStride;
        for (int sample = done; sample < count; sample++)
        {
            T* row = source + sizes.RowOffset(first + sample);
            for (nint c = 0; c < sizes.Classes; c++)
                tile[(c * tileStride) + sample] = row[c * classStride];
        }
    }

    /// <summary>Brings rows out of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<T>(T* tile, nint tileStride, T* destination, in BatchSizes sizes, int first, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int done = 0;
        if (sizes.Inner == 1)
        {
            T* rows = destination + sizes.RowOffset(first);
            done = typeof(T) == typeof(float)
                ? FloatTransposition.Store((float*)tile, tileStride, (float*)rows, sizes.RowStride, sizes.Classes, count)
                : DoubleTransposition.Store((double*)tile, tileStride, (double*)rows, sizes.RowStride, sizes.Classes, count);
        }

        nint classStride = sizes.ClassStride;
        for (int sample = done; sample < count; sample++)
        {
            T* row = destination + sizes.RowOffset(first + sample);
            for (nint c = 0; c < sizes.Classes; c++)
                row[c * classStride] = tile[(c * tileStride) + sample];
        }
    }
}
