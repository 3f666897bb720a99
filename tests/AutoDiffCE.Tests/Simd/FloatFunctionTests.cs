using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Simd;

/// <summary>The functions of one float register, measured over the bit patterns of all floats in units in the last place.</summary>
public abstract partial class FloatFunctionTests<V>
    where V : struct, ILanes<V, float>
{
    // Units in the last place. The largest errors met, over all floats with fused multiply-add and over every 4093rd without, were
    // 1.02 (Exp), 1.29 (ExpM1), 0.86 (Log), 0.92 (LogP1) and 1.57 (Tanh). Erf and Erfc
    // have been measured on every 4093rd float.
    private const double ExpTolerance = 1.2;
    private const double ExpM1Tolerance = 1.5;
    private const double LogTolerance = 1;
    private const double LogP1Tolerance = 1;
    private const double TanhTolerance = 1.6;
    private const double ErfTolerance = 1.4;
    private const double ErfcTolerance = 5;

    // A prime, so that all low bits occur; every float where a whole run is asked for.
    private static readonly uint Stride = LongForm.IsAsked ? 1u : 4093u;

    [Fact]
    public void Exp_is_accurate_on_all_floats() => AssertAccurate(ExpTolerance, V.Exp, Math.Exp);

    [Fact]
    public void ExpM1_is_accurate_on_all_floats() => AssertAccurate(ExpM1Tolerance, V.ExpM1, ScalarMath.ExpM1);

    [Fact]
    public void Log_is_accurate_on_all_floats() => AssertAccurate(LogTolerance, V.Log, Math.Log);

    [Fact]
    public void LogP1_is_accurate_on_all_floats() => AssertAccurate(LogP1Tolerance, V.LogP1, ScalarMath.LogP1);

    [Fact]
    public void Tanh_is_accurate_on_all_floats() => AssertAccurate(TanhTolerance, V.Tanh, Math.Tanh);

    [Fact]
    public void Erf_is_accurate_on_all_floats() => AssertAccurate(ErfTolerance, V.Erf, ScalarMath.Erf);

    [Fact]
    public void Erfc_is_accurate_on_all_floats() => AssertAccurate(ErfcTolerance, V.Erfc, ScalarMath.Erfc);

    [Fact]
    public void Pow_is_the_scalar_power_in_every_lane()
    {
        float[] numbers = [0, -0f, 1, -1, 2, -2, 0.5f, 3, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1e-40f, 1e30f];
        float[] powers = new float[V.Count];
        foreach (float x in numbers)
        {
            foreach (float y in numbers)
            {
                V.Store(V.Pow(V.Broadcast(x), V.Broadcast(y)), ref powers[0]);
                Assert.All(powers, power => Assert.Equal(MathF.Pow(x, y), power));
            }
        }
    }

    private static void AssertAccurate(double tolerance, Func<V, V> function, Func<double, double> reference)
    {
        float[] arguments = new float[V.Count];
        float[] results = new float[V.Count];
        double worst = 0;
        float worstArgument = 0;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride * (ulong)V.Count)
        {
            for (int lane = 0; lane < V.Count; lane++) arguments[lane] = BitConverter.UInt32BitsToSingle((uint)(bits + Stride * (ulong)lane));
            V.Store(function(V.Load(ref arguments[0])), ref results[0]);
            for (int lane = 0; lane < V.Count; lane++)
            {
                double distance = Distance(results[lane], reference(arguments[lane]));
                if (distance <= worst) continue;
                worst = distance;
                worstArgument = arguments[lane];
            }
        }

        Assert.True(worst <= tolerance, $"{worst:F3} units in the last place at {worstArgument:R}");
    }

    private static double Distance(float result, double exact)
    {
        if (double.IsNaN(exact)) return float.IsNaN(result) ? 0 : double.PositiveInfinity;
        if (float.IsNaN(result)) return double.PositiveInfinity;
        if (exact == 0) return result == 0 && float.IsNegative(result) == double.IsNegative(exact) ? 0 : double.PositiveInfinity;

        // Beyond 2^128 everything is infinity, and infinity is measured as if it were 2^128.
        double limit = Math.ScaleB(1, 128);
        double lastPlace = Math.ScaleB(1, Math.Max(Math.ILogB(Math.Min(Math.Abs(exact), limit)) - 23, -149));
        return Math.Abs(Math.Clamp(result, -limit, limit) - Math.Clamp(exact, -limit, limit)) / lastPlace;
    }
}
