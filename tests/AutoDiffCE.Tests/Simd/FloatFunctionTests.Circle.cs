using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>The functions of the hyperbola and of the circle, roots and steps, on every 4093rd float, or on all where a whole run is asked for.</content>
public abstract partial class FloatFunctionTests<V>
{
    // The largest errors met on every 19th float with fused multiply-add, and on every 4093rd without: 2.50, 2.11, 1.76, 2.60 and 2.03.
    [Fact]
    public void Sinh_is_accurate_on_all_floats() => AssertAccurate(3, V.Sinh, Math.Sinh);

    [Fact]
    public void Cosh_is_accurate_on_all_floats() => AssertAccurate(2.5, V.Cosh, Math.Cosh);

    [Fact]
    public void Asinh_is_accurate_on_all_floats() => AssertAccurate(3, V.Asinh, Math.Asinh);

    [Fact]
    public void Acosh_is_accurate_on_all_floats() => AssertAccurate(3, V.Acosh, Math.Acosh);

    [Fact]
    public void Atanh_is_accurate_on_all_floats() => AssertAccurate(3, V.Atanh, Math.Atanh);

    // 0.78, 0.78 and 2.24.
    [Fact]
    public void Sin_is_accurate_on_all_floats() => AssertAccurate(1, V.Sin, Math.Sin);

    [Fact]
    public void Cos_is_accurate_on_all_floats() => AssertAccurate(1, V.Cos, Math.Cos);

    [Fact]
    public void Tan_is_accurate_on_all_floats() => AssertAccurate(2.5, V.Tan, Math.Tan);

    // 2.09, 3.03 and 2.79.
    [Fact]
    public void Atan_is_accurate_on_all_floats() => AssertAccurate(2.5, V.Atan, Math.Atan);

    [Fact]
    public void Asin_is_accurate_on_all_floats() => AssertAccurate(3.5, V.Asin, Math.Asin);

    [Fact]
    public void Acos_is_accurate_on_all_floats() => AssertAccurate(3, V.Acos, Math.Acos);

    [Fact]
    public void Exp2_is_accurate_on_all_floats() => AssertAccurate(1.6, V.Exp2, x => Math.Pow(2, x));

    // 0.74.
    [Fact]
    public void Cbrt_is_accurate_on_all_floats() => AssertAccurate(1, V.Cbrt, Math.Cbrt);

    [Fact]
    public void Whole_numbers_are_exact_on_all_floats()
    {
        AssertAccurate(0, V.Floor, Math.Floor);
        AssertAccurate(0, V.Ceiling, Math.Ceiling);
        AssertAccurate(0, V.Truncate, Math.Truncate);
        AssertAccurate(0, V.Round, Math.Round);
    }

    [Fact]
    public void Functions_of_two_are_accurate_and_those_of_IEEE_754_where_they_are_special()
    {
        float[] numbers = [0, -0f, 1, -1, 1.5f, -0.75f, 2e-3f, 3e4f, float.Epsilon, -float.Epsilon, 1e30f, -3e-30f, float.MaxValue,
            float.PositiveInfinity, float.NegativeInfinity, float.NaN];
        float[] results = new float[V.Count];
        foreach ((float x, float y) in numbers.SelectMany(x => numbers.Select(y => (x, y))))
        {
            V.Store(V.Hypot(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            Assert.All(results, result => Assert.True(Distance(result, double.Hypot(x, y)) <= 2, $"hypot({x:R}, {y:R}) is {result:R}"));
            V.Store(V.Atan2(V.Broadcast(x), V.Broadcast(y)), ref results[0]);
            Assert.All(results, result => Assert.True(Distance(result, Math.Atan2(x, y)) <= 3, $"atan2({x:R}, {y:R}) is {result:R}"));
        }
    }
}
