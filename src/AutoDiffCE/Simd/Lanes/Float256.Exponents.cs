using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Powers of two, put together and taken apart.</content>
public partial struct Float256
{
    private const int MantissaBits = 23;
    private const int Bias = 127;
    private const float LargestPower = 127;
    private const float SmallestNormalPower = -126;

    // Added to a small integer it leaves that integer in the low bits: 1.5 · 2^23, whose last place is 1.
    private const float IntegerShift = 12582912f;

    private const float IntegerLead = 8388608f;
    private const float SmallestNormal = 1.17549435e-38f;
    private const float Lift = 16777216f;
    private const float LiftPower = 24;

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Scale(Float256 value, Float256 exponent) => Avx512F.VL.IsSupported
        ? new() { Bits = Avx512F.VL.Scale(value.Bits, exponent.Bits) }
        : ScaleInSteps(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 ScaleByHalves(Float256 value, Float256 exponent)
    {
        if (Avx512F.VL.IsSupported) return new() { Bits = Avx512F.VL.Scale(value.Bits, exponent.Bits) };

        // The sum of both biased halves, whichever way an odd exponent is split.
        Vector256<int> biased = (exponent.Bits + Vector256.Create(IntegerShift + 2 * Bias)).AsInt32();
        Vector256<int> half = biased >>> 1;
        Vector256<int> otherHalf = biased - half;
        return new() { Bits = value.Bits * (half << MantissaBits).AsSingle() * (otherHalf << MantissaBits).AsSingle() };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float256 Exponent(Float256 value)
    {
        if (Avx512F.VL.IsSupported) return new() { Bits = Avx512F.VL.GetExponent(value.Bits) };

        // A subnormal number has no exponent of its own; lifted by 2^24 it has.
        Vector256<float> subnormal = Vector256.LessThan(value.Bits, Vector256.Create(SmallestNormal));
        Vector256<float> lifted = Vector256.ConditionalSelect(subnormal, value.Bits * Vector256.Create(Lift), value.Bits);

        // Below the leading bit of 2^23 the exponent's bits are a number again.
        Vector256<float> biased = ((lifted.AsInt32() >>> MantissaBits) | Vector256.Create(IntegerLead).AsInt32()).AsSingle();
        Vector256<float> exponent = biased - Vector256.Create(IntegerLead + Bias);
        return new() { Bits = exponent - (subnormal & Vector256.Create(LiftPower)) };
    }

    [MethodImpl(AggressiveInlining)]
    private static Float256 ScaleInSteps(Float256 value, Float256 exponent)
    {
        // Further out than three steps nothing finite but zero is left. Downward the larger steps come first and the last one, by a
        // full normal range, is the only one that can round, so that a subnormal result is rounded once.
        Float256 rest = Min(Max(Create(3 * SmallestNormalPower), exponent), Create(3 * LargestPower));
        Float256 last = Step(rest);
        Float256 second = Step(rest - last);
        Float256 first = rest - last - second;
        return value * PowerOfTwo(first) * PowerOfTwo(second) * PowerOfTwo(last);
    }

    [MethodImpl(AggressiveInlining)]
    private static Float256 Step(Float256 exponent) => Min(Max(Create(SmallestNormalPower), exponent), Create(LargestPower));

    [MethodImpl(AggressiveInlining)]
    private static Float256 PowerOfTwo(Float256 exponent) =>
        new() { Bits = ((exponent.Bits + Vector256.Create(IntegerShift + Bias)).AsInt32() << MantissaBits).AsSingle() };
}
