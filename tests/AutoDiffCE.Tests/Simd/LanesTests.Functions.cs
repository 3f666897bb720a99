using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

/// <content>The functions where they have to be exact.</content>
public abstract partial class LanesTests<V, T>
{
    private static readonly T Infinity = T.PositiveInfinity;

    [Fact]
    public void Exp_is_exact_at_its_special_points()
    {
        AssertFunction(V.Exp, T.Zero, T.One);
        AssertFunction(V.Exp, -T.Zero, T.One);
        AssertFunction(V.Exp, -Infinity, T.Zero);
        AssertFunction(V.Exp, T.MinValue, T.Zero);
        AssertFunction(V.Exp, T.CreateChecked(Single ? -104 : -746), T.Zero);
        AssertFunction(V.Exp, T.CreateChecked(Single ? -103.5 : -745), T.Epsilon);
        AssertFunction(V.Exp, T.CreateChecked(Single ? 88.73 : 709.79), Infinity);
        AssertFunction(V.Exp, T.MaxValue, Infinity);
        AssertFunction(V.Exp, Infinity, Infinity);
        AssertFunction(V.Exp, T.NaN, T.NaN);
    }

    [Fact]
    public void ExpM1_is_exact_at_its_special_points()
    {
        AssertFunction(V.ExpM1, T.Zero, T.Zero);
        AssertFunction(V.ExpM1, -T.Zero, -T.Zero);
        AssertFunction(V.ExpM1, T.Epsilon, T.Epsilon);
        AssertFunction(V.ExpM1, -T.Epsilon, -T.Epsilon);
        AssertFunction(V.ExpM1, -Infinity, -T.One);
        AssertFunction(V.ExpM1, T.MinValue, -T.One);
        AssertFunction(V.ExpM1, T.MaxValue, Infinity);
        AssertFunction(V.ExpM1, Infinity, Infinity);
        AssertFunction(V.ExpM1, T.NaN, T.NaN);
    }

    [Fact]
    public void Log_is_exact_at_its_special_points()
    {
        AssertFunction(V.Log, T.One, T.Zero);
        AssertFunction(V.Log, T.Zero, -Infinity);
        AssertFunction(V.Log, -T.Zero, -Infinity);
        AssertFunction(V.Log, -T.Epsilon, T.NaN);
        AssertFunction(V.Log, -T.One, T.NaN);
        AssertFunction(V.Log, -Infinity, T.NaN);
        AssertFunction(V.Log, Infinity, Infinity);
        AssertFunction(V.Log, T.NaN, T.NaN);
    }

    [Fact]
    public void LogP1_is_exact_at_its_special_points()
    {
        AssertFunction(V.LogP1, T.Zero, T.Zero);
        AssertFunction(V.LogP1, -T.Zero, -T.Zero);
        AssertFunction(V.LogP1, T.Epsilon, T.Epsilon);
        AssertFunction(V.LogP1, -T.Epsilon, -T.Epsilon);
        AssertFunction(V.LogP1, -T.One, -Infinity);
        AssertFunction(V.LogP1, T.BitDecrement(-T.One), T.NaN);
        AssertFunction(V.LogP1, -Infinity, T.NaN);
        AssertFunction(V.LogP1, Infinity, Infinity);
        AssertFunction(V.LogP1, T.NaN, T.NaN);
    }

    [Fact]
    public void Tanh_is_exact_at_its_special_points()
    {
        AssertFunction(V.Tanh, T.Zero, T.Zero);
        AssertFunction(V.Tanh, -T.Zero, -T.Zero);
        AssertFunction(V.Tanh, T.Epsilon, T.Epsilon);
        AssertFunction(V.Tanh, -T.Epsilon, -T.Epsilon);
        AssertFunction(V.Tanh, T.CreateChecked(30), T.One);
        AssertFunction(V.Tanh, T.MinValue, -T.One);
        AssertFunction(V.Tanh, Infinity, T.One);
        AssertFunction(V.Tanh, -Infinity, -T.One);
        AssertFunction(V.Tanh, T.NaN, T.NaN);
    }

    [Fact]
    public void Erf_is_exact_at_its_special_points()
    {
        AssertFunction(V.Erf, T.Zero, T.Zero);
        AssertFunction(V.Erf, -T.Zero, -T.Zero);
        AssertFunction(V.Erf, T.Epsilon, T.Epsilon);
        AssertFunction(V.Erf, -T.Epsilon, -T.Epsilon);
        AssertFunction(V.Erf, T.CreateChecked(6), T.One);
        AssertFunction(V.Erf, T.MinValue, -T.One);
        AssertFunction(V.Erf, Infinity, T.One);
        AssertFunction(V.Erf, -Infinity, -T.One);
        AssertFunction(V.Erf, T.NaN, T.NaN);
    }

    [Fact]
    public void Erfc_is_exact_at_its_special_points()
    {
        AssertFunction(V.Erfc, T.Zero, T.One);
        AssertFunction(V.Erfc, -T.Zero, T.One);
        AssertFunction(V.Erfc, T.Epsilon, T.One);
        AssertFunction(V.Erfc, T.CreateChecked(-6), T.One + T.One);
        AssertFunction(V.Erfc, T.MinValue, T.One + T.One);
        AssertFunction(V.Erfc, T.MaxValue, T.Zero);
        AssertFunction(V.Erfc, Infinity, T.Zero);
        AssertFunction(V.Erfc, -Infinity, T.One + T.One);
        AssertFunction(V.Erfc, T.NaN, T.NaN);
    }

    private static void AssertFunction(Func<V, V> function, T argument, T expected) =>
        Assert.All(Lanes(function(V.Broadcast(argument))), lane => AssertSame(expected, lane));
}
