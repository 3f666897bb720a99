using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>Powers of two.</summary>
/// <remarks>2^x = 2^n · e^((x − n) log 2) with n the whole number next to x: x − n is exact, and its product with log 2 is at most 0.35.</remarks>
internal static class Exp2
{
    // Half of what is beyond is the exponent of a normal number, and the power is infinite or 0.
    private const double LargestSingle = 200, LargestDouble = 1200;

    /// <summary>2^x for float and double, within 1.6 units in the last place; powers of whole numbers are exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = typeof(T) == typeof(float) ? LargestSingle : LargestDouble;

        // A NaN passes, as the second operand.
        V clamped = V.Min(V.Create(largest), V.Max(V.Create(-largest), x));
        V n = V.Round(clamped);
        return V.ScaleByHalves(V.Exp((clamped - n) * V.Create(0.6931471805599453)), n);
    }
}
