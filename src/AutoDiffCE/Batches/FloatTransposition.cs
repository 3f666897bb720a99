using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoDiffCE.Batches;

/// <summary>
/// Transposes rows of floats in registers, four classes at a time. Quarter q of register k holds row k + 4q, so that exchanging within the quarters,
/// which is quick, leaves sixteen neighboring samples of one class in each register.
/// </summary>
internal static unsafe class FloatTransposition
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Brings rows into a tile, as far as they fill registers.</summary>
    /// <returns>How many samples were brought.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Load(float* rows, nint stride, int classes, int count, float* tile, nint tileStride)
    {
        if (!Avx512F.IsSupported)
            return 0;
        int sample = 0;
        for (; sample <= count - 16; sample += 16)
        {
            float* row = rows + (sample * stride);
            float* column = tile + sample;
            int c = 0;
            for (; c <= classes - 4; c += 4)
            {
                (Vector512<float> class0, Vector512<float> class1, Vector512<float> class2, Vector512<float> class3) = Transpose(
                    LoadQuarters(row + c, stride, 4),
                    LoadQuarters(row + c + stride, stride, 4),
                    LoadQuarters(row + c + (2 * stride), stride, 4),
                    LoadQuarters(row + c + (3 * stride), stride, 4));
                class0.Store(column + (c * tileStride));
                class1.Store(column + ((c + 1) * tileStride));
                class2.Store(column + ((c + 2) * tileStride));
                class3.Store(column + ((c + 3) * tileStride));
            }

            if (c < classes)
                LoadRest(row + c, stride, classes - c, column + (c * tileStride), tileStride);
        }

        return sample;
    }

    /// <summary>Brings rows out of a tile, as far as they fill registers.</summary>
    /// <returns>How many samples were brought.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Store(float* tile, nint tileStride, float* rows, nint stride, int classes, int count)
    {
        if (!Avx512F.IsSupported)
            return 0;
        int sample = 0;
        for (; sample <= count - 16; sample += 16)
        {
            float* row = rows + (sample * stride);
            float* column = tile + sample;
            int c = 0;
            for (; c <= classes - 4; c += 4)
            {
                (Vector512<float> rows0, Vector512<float> rows1, Vector512<float> rows2, Vector512<float> rows3) = Transpose(
                    Vector512.Load(column + (c * tileStride)),
                    Vector512.Load(column + ((c + 1) * tileStride)),
                    Vector512.Load(column + ((c + 2) * tileStride)),
                    Vector512.Load(column + ((c + 3) * tileStride)));
                StoreQuarters(rows0, row + c, stride, 4);
                StoreQuarters(rows1, row + c + stride, stride, 4);
                StoreQuarters(rows2, row + c + (2 * stride), stride, 4);
                StoreQuarters(rows3, row + c + (3 * stride), stride, 4);
            }

            if (c < classes)
                StoreRest(column + (c * tileStride), tileStride, row + c, stride, classes - c);
        }

        return sample;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LoadRest(float* row, nint stride, int classes, float* column, nint tileStride)
    {
        (Vector512<float> class0, Vector512<float> class1, Vector512<float> class2, _) = Transpose(
            LoadQuarters(row, stride, classes),
            LoadQuarters(row + stride, stride, classes),
            LoadQuarters(row + (2 * stride), stride, classes),
            LoadQuarters(row + (3 * stride), stride, classes));
        class0.Store(column);
        if (classes > 1)
            class1.Store(column + tileStride);
        if (classes > 2)
            class2.Store(column + (2 * tileStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreRest(float* column, nint tileStride, float* row, nint stride, int classes)
    {
        (Vector512<float> rows0, Vector512<float> rows1, Vector512<float> rows2, Vector512<float> rows3) = Transpose(
            Vector512.Load(column),
            classes > 1 ? Vector512.Load(column + tileStride) : default,
            classes > 2 ? Vector512.Load(column + (2 * tileStride)) : default,
            default);
        StoreQuarters(rows0, row, stride, classes);
        StoreQuarters(rows1, row + stride, stride, classes);
        StoreQuarters(rows2, row + (2 * stride), stride, classes);
        StoreQuarters(rows3, row + (3 * stride), stride, classes);
    }

    // Within each quarter: lane i of result j is lane j of argument i.
    [MethodImpl(Inline)]
    private static (Vector512<float>, Vector512<float>, Vector512<float>, Vector512<float>) Transpose(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
        Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
        Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();
        return (
            Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle(),
            Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle(),
            Avx512F.UnpackLow(upperAB, upperCD).AsSingle(),
            Avx512F.UnpackHigh(upperAB, upperCD).AsSingle());
    }

    [MethodImpl(Inline)]
    private static Vector512<float> LoadQuarters(float* row, nint stride, int classes) => Vector512.Create(
        Vector256.Create(LoadFew(row, classes), LoadFew(row + (4 * stride), classes)),
        Vector256.Create(LoadFew(row + (8 * stride), classes), LoadFew(row + (12 * stride), classes)));

    [MethodImpl(Inline)]
    private static void StoreQuarters(Vector512<float> value, float* row, nint stride, int classes)
    {
        StoreFew(value.GetLower().GetLower(), row, classes);
        StoreFew(value.GetLower().GetUpper(), row + (4 * stride), classes);
        StoreFew(value.GetUpper().GetLower(), row + (8 * stride), classes);
        StoreFew(value.GetUpper().GetUpper(), row + (12 * stride), classes);
    }

    // Never beyond the row: behind the last one there may be no memory.
    [MethodImpl(Inline)]
    private static Vector128<float> LoadFew(float* row, int classes) => classes switch
    {
        1 => Vector128.CreateScalar(*row),
        2 => Vector128.CreateScalar(*(double*)row).AsSingle(),
        3 => Vector128.CreateScalar(*(double*)row).AsSingle().WithElement(2, row[2]),
        _ => Vector128.Load(row),
    };

    [MethodImpl(Inline)]
    private static void StoreFew(Vector128<float> value, float* row, int classes)
    {
        if (classes == 4)
        {
            value.Store(row);
            return;
        }

        if (classes == 1)
            *row = value.ToScalar();
        else
            *(double*)row = value.AsDouble().ToScalar();
        if (classes == 3)
            row[2] = value.GetElement(2);
    }
}
