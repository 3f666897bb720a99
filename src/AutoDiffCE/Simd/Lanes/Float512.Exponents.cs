using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace AutoDiffCE.Simd;

/// <content>Powers of two, put together and taken apart.</content>
public partial struct Float512
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
    public static Float512 Scale(Float512 value, Float512 exponent) => Avx512F.IsSupported
        ? new() { Bits = Avx512F.Scale(value.Bits, exponent.Bits) }
        : ScaleInSteps(value, exponent);

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 ScaleByHalves(Float512 value, Float512 exponent)
    {
        if (Avx512F.IsSupported) return new() { Bits = Avx512F.Scale(value.Bits, exponent.Bits) };

        // The sum of both biased halves, whichever way an odd exponent is split.
        Vector512<int> biased = (exponent.Bits + Vector512.Create(IntegerShift + 2 * Bias)).AsInt32();
        Vector512<int> half = biased >>> 1;
        Vector512<int> otherHalf = biased - half;
        return new() { Bits = value.Bits * (half << MantissaBits).AsSingle() * (otherHalf << MantissaBits).AsSingle() };
    }

    /// <inheritdoc/>
    [MethodImpl(AggressiveInlining)]
    public static Float512 Exponent(Float512 value)
    {
        if (Avx512F.IsSupported) return new() { Bits = Avx512F.GetExponent(value.Bits) };

        // A subnormal number has no exponent of its own; lifted by 2^24 it has.
        Vector512<float> subnormal = Vector512.LessThan(value.Bits, Vector512.Create(SmallestNormal));
        Vector512<float> lifted = Vector512.ConditionalSelect(subnormal, value.Bits * Vector512.Create(Lift), value.Bits);

        // Below the leading bit of 2^23 the exponent's bits are a number again.
        Vector512<float> biased = ((lifted.AsInt32() >>> MantissaBits) | Vector512.Create(IntegerLead).AsInt32()).AsSingle();
        Vector512<float> exponent = biased - Vector512.Create(IntegerLead + Bias);
        return new() { Bits = exponent - (subnormal & Vector512.Create(LiftPower)) };
    }

    [MethodImpl(AggressiveInlining)]
    private static Float512 ScaleInSteps(Float512 value, Float512 exponent)
    {
        // Further out than three steps nothing finite but zero is left. Downward the larger steps come first and the last one, by a
        // full normal range, is the only one that can round, so that a subnormal result is rounded once.
        Float512 rest = Min(Max(Create(3 * SmallestNormalPower), exponent), Create(3 * LargestPower));
        Float512 last = Step(rest);
        Float512 second = Step(rest - last);
        Float512 first = rest - last - second;
        return value * PowerOfTwo(first) * PowerOfTwo(second) * PowerOfTwo(last);
    }

    [MethodImpl(AggressiveInlining)]
    private static Float512 Step(Float512 exponent) => Min(Max(Create(SmallestNormalPower), exponent), Create(LargestPower));

    [MethodImpl(AggressiveInlining)]
    private static Float512 PowerOfTwo(Float512 exponent) =>
        new() { Bits = ((exponent.Bits + Vector512.Create(IntegerShift + Bias)).AsInt32() << MantissaBits).AsSingle() };
}
