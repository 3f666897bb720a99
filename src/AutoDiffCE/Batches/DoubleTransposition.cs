using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoDiffCE.Batches;

/// <summary>
/// Transposes rows of doubles in registers, two classes at a time. Quarter q of register k holds row k + 2q, so that exchanging within the quarters
/// leaves eight neighboring samples of one class in each register.
/// </summary>
internal static unsafe class DoubleTransposition
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Brings rows into a tile, as far as they fill registers.</summary>
    /// <returns>How many samples were brought.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Load(double* rows, nint stride, int classes, int count, double* tile, nint tileStride)
    {
        if (!Avx512F.IsSupported)
            return 0;
        int sample = 0;
        for (; sample <= count - 8; sample += 8)
        {
            double* row = rows + (sample * stride);
            double* column = tile + sample;
            int c = 0;
            for (; c <= classes - 2; c += 2)
            {
                Vector512<double> even = LoadQuarters(row + c, stride);
                Vector512<double> odd = LoadQuarters(row + c + stride, stride);
                Avx512F.UnpackLow(even, odd).Store(column + (c * tileStride));
                Avx512F.UnpackHigh(even, odd).Store(column + ((c + 1) * tileStride));
            }

            for (int k = 0; k < 8 && c < classes; k++)
                column[(c * tileStride) + k] = row[(k * stride) + c];
        }

        return sample;
    }

    /// <summary>Brings rows out of a tile, as far as they fill registers.</summary>
    /// <returns>How many samples were brought.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Store(double* tile, nint tileStride, double* rows, nint stride, int classes, int count)
    {
        if (!Avx512F.IsSupported)
            return 0;
        int sample = 0;
        for (; sample <= count - 8; sample += 8)
        {
            double* row = rows + (sample * stride);
            double* column = tile + sample;
            int c = 0;
            for (; c <= classes - 2; c += 2)
            {
                Vector512<double> first = Vector512.Load(column + (c * tileStride));
                Vector512<double> second = Vector512.Load(column + ((c + 1) * tileStride));
                StoreQuarters(Avx512F.UnpackLow(first, second), row + c, stride);
                StoreQuarters(Avx512F.UnpackHigh(first, second), row + c + stride, stride);
            }

            for (int k = 0; k < 8 && c < classes; k++)
                row[(k * stride) + c] = column[(c * tileStride) + k];
        }

        return sample;
    }

    [MethodImpl(Inline)]
    private static Vector512<double> LoadQuarters(double* row, nint stride) => Vector512.Create(
        Vector256.Create(Vector128.Load(row), Vector128.Load(row + (2 * stride))),
        Vector256.Create(Vector128.Load(row + (4 * stride)), Vector128.Load(row + (6 * stride))));

    [MethodImpl(Inline)]
    private static void StoreQuarters(Vector512<double> value, double* row, nint stride)
    {
        value.GetLower().GetLower().Store(row);
        value.GetLower().GetUpper().Store(row + (2 * stride));
        value.GetUpper().GetLower().Store(row + (4 * stride));
        value.GetUpper().GetUpper().Store(row + (6 * stride));
    }
}
