using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiffCE.Batches;

/// <summary>Finds what is infinite or NaN.</summary>
internal static unsafe class NonFinite
{
    /// <summary>Whether a number is infinite or NaN among so many from an address on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Any<T>(T* numbers, nint count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // x − x is 0 for every finite x, and NaN for every other
        Vector512<T> even = Vector512<T>.Zero, odd = Vector512<T>.Zero;
        nint index = 0;
        for (; index <= count - (2 * Vector512<T>.Count); index += 2 * Vector512<T>.Count)
        {
            Vector512<T> first = Vector512.Load(numbers + index), second = Vector512.Load(numbers + index + Vector512<T>.Count);
            even += first - first;
            odd += second - second;
        }

        T rest = T.Zero;
        for (; index < count; index++)
            rest += numbers[index] - numbers[index];
        return !Vector512.EqualsAll(even + odd, Vector512<T>.Zero) || rest != T.Zero;
    }

    /// <summary>As <see cref="Any{T}(T*, nint)"/>, so many elements that lie so far apart.</summary>
    public static bool Any<T>(T* numbers, int count, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (stride == 1)
            return Any(numbers, count);
        for (int index = 0; index < count; index++)
        {
            if (!T.IsFinite(numbers[index * stride]))
                return true;
        }

        return false;
    }
}
