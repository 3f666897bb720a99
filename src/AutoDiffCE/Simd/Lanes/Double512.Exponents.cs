using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Powers of two, put together and taken apart.</content>
public partial struct Double512
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
    public static Double512 Scale(Double512 value, Double512 exponent) => Avx512F.IsSupported
        ? new() { Bits = Avx512F.Scale(value.Bits, exponent.Bits) }
        : ScaleInSteps(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 ScaleByHalves(Double512 value, Double512 exponent)
    {
        if (Avx512F.IsSupported) return new() { Bits = Avx512F.Scale(value.Bits, exponent.Bits) };

        // The sum of both biased halves, whichever way an odd exponent is split.
        Vector512<long> biased = (exponent.Bits + Vector512.Create(IntegerShift + 2 * Bias)).AsInt64();
        Vector512<long> half = biased >>> 1;
        Vector512<long> otherHalf = biased - half;
        return new() { Bits = value.Bits * (half << MantissaBits).AsDouble() * (otherHalf << MantissaBits).AsDouble() };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Double512 Exponent(Double512 value)
    {
        if (Avx512F.IsSupported) return new() { Bits = Avx512F.GetExponent(value.Bits) };

        // A subnormal number has no exponent of its own; lifted by 2^53 it has.
        Vector512<double> subnormal = Vector512.LessThan(value.Bits, Vector512.Create(SmallestNormal));
        Vector512<double> lifted = Vector512.ConditionalSelect(subnormal, value.Bits * Vector512.Create(Lift), value.Bits);

        // Below the leading bit of 2^52 the exponent's bits are a number again.
        Vector512<double> biased = ((lifted.AsInt64() >>> MantissaBits) | Vector512.Create(IntegerLead).AsInt64()).AsDouble();
        Vector512<double> exponent = biased - Vector512.Create(IntegerLead + Bias);
        return new() { Bits = exponent - (subnormal & Vector512.Create(LiftPower)) };
    }

    [MethodImpl(AggressiveInlining)]
    private static Double512 ScaleInSteps(Double512 value, Double512 exponent)
    {
        // Further out than three steps nothing finite but zero is left. Downward the larger steps come first and the last one, by a
        // full normal range, is the only one that can round, so that a subnormal result is rounded once.
        Double512 rest = Min(Max(Create(3 * SmallestNormalPower), exponent), Create(3 * LargestPower));
        Double512 last = Step(rest);
        Double512 second = Step(rest - last);
        Double512 first = rest - last - second;
        return value * PowerOfTwo(first) * PowerOfTwo(second) * PowerOfTwo(last);
    }

    [MethodImpl(AggressiveInlining)]
    private static Double512 Step(Double512 exponent) => Min(Max(Create(SmallestNormalPower), exponent), Create(LargestPower));

    [MethodImpl(AggressiveInlining)]
    private static Double512 PowerOfTwo(Double512 exponent) =>
        new() { Bits = ((exponent.Bits + Vector512.Create(IntegerShift + Bias)).AsInt64() << MantissaBits).AsDouble() };
}
