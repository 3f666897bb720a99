using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Powers of two, put together and taken apart.</content>
public partial struct Double256
{
    private const int MantissaBits = 52;
    private const int Bias = 1023;
    private const double LargestPower = 1023;
    private const double SmallestNormalPower = -1022;

    // Added to a small integer it leaves that integer in the low bits: 1.5 · 2^52, whose last place is 1.
    private const double IntegerShift = 6755399441055744.0;

    private const double IntegerLead = 4503599627370496.0;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double Lift = 9007199254740992.0;
    private const double LiftPower = 53;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Scale(Double256 value, Double256 exponent) => Avx512F.VL.IsSupported
        ? new() { Bits = Avx512F.VL.Scale(value.Bits, exponent.Bits) }
        : ScaleInSteps(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 ScaleByHalves(Double256 value, Double256 exponent)
    {
        if (Avx512F.VL.IsSupported) return new() { Bits = Avx512F.VL.Scale(value.Bits, exponent.Bits) };

        // The sum of both biased halves, whichever way an odd exponent is split.
        Vector256<long> biased = (exponent.Bits + Vector256.Create(IntegerShift + 2 * Bias)).AsInt64();
        Vector256<long> half = biased >>> 1;
        Vector256<long> otherHalf = biased - half;
        return new() { Bits = value.Bits * (half << MantissaBits).AsDouble() * (otherHalf << MantissaBits).AsDouble() };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double256 Exponent(Double256 value)
    {
        if (Avx512F.VL.IsSupported) return new() { Bits = Avx512F.VL.GetExponent(value.Bits) };

        // A subnormal number has no exponent of its own; lifted by 2^53 it has.
        Vector256<double> subnormal = Vector256.LessThan(value.Bits, Vector256.Create(SmallestNormal));
        Vector256<double> lifted = Vector256.ConditionalSelect(subnormal, value.Bits * Vector256.Create(Lift), value.Bits);

        // Below the leading bit of 2^52 the exponent's bits are a number again.
        Vector256<double> biased = ((lifted.AsInt64() >>> MantissaBits) | Vector256.Create(IntegerLead).AsInt64()).AsDouble();
        Vector256<double> exponent = biased - Vector256.Create(IntegerLead + Bias);
        return new() { Bits = exponent - (subnormal & Vector256.Create(LiftPower)) };
    }

    [MethodImpl(AggressiveInlining)]
    private static Double256 ScaleInSteps(Double256 value, Double256 exponent)
    {
        // Further out than three steps nothing finite but zero is left. Downward the larger steps come first and the last one, by a
        // full normal range, is the only one that can round, so that a subnormal result is rounded once.
        Double256 rest = Min(Max(Create(3 * SmallestNormalPower), exponent), Create(3 * LargestPower));
        Double256 last = Step(rest);
        Double256 second = Step(rest - last);
        Double256 first = rest - last - second;
        return value * PowerOfTwo(first) * PowerOfTwo(second) * PowerOfTwo(last);
    }

    [MethodImpl(AggressiveInlining)]
    private static Double256 Step(Double256 exponent) => Min(Max(Create(SmallestNormalPower), exponent), Create(LargestPower));

    [MethodImpl(AggressiveInlining)]
    private static Double256 PowerOfTwo(Double256 exponent) =>
        new() { Bits = ((exponent.Bits + Vector256.Create(IntegerShift + Bias)).AsInt64() << MantissaBits).AsDouble() };
}
