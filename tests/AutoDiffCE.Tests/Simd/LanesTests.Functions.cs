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

    [Fact]
    public void Odd_functions_are_exact_at_their_special_points()
    {
        Func<V, V>[] odd = [V.Sinh, V.Asinh, V.Atanh, V.Sin, V.Tan, V.Asin, V.Atan, V.Cbrt, V.Floor, V.Ceiling, V.Truncate];
        foreach (Func<V, V> function in odd)
        {
            AssertFunction(function, T.Zero, T.Zero);
            AssertFunction(function, -T.Zero, -T.Zero);
            AssertFunction(function, T.NaN, T.NaN);
        }
        foreach (Func<V, V> function in odd[..7])
        {
            AssertFunction(function, T.Epsilon, T.Epsilon);
            AssertFunction(function, -T.Epsilon, -T.Epsilon);
        }
        AssertFunction(V.Sinh, T.MaxValue, Infinity);
        AssertFunction(V.Sinh, T.CreateChecked(Single ? -89.42 : -710.48), -Infinity);
        AssertFunction(V.Sinh, -Infinity, -Infinity);
        AssertFunction(V.Asinh, Infinity, Infinity);
        AssertFunction(V.Asinh, -Infinity, -Infinity);
        AssertFunction(V.Atanh, T.One, Infinity);
        AssertFunction(V.Atanh, -T.One, -Infinity);
        AssertFunction(V.Atanh, T.BitIncrement(T.One), T.NaN);
        AssertFunction(V.Atanh, -Infinity, T.NaN);
        AssertFunction(V.Sin, Infinity, T.NaN);
        AssertFunction(V.Tan, -Infinity, T.NaN);
        AssertFunction(V.Asin, T.One, T.Pi / (T.One + T.One));
        AssertFunction(V.Asin, -T.One, -T.Pi / (T.One + T.One));
        AssertFunction(V.Asin, T.BitDecrement(-T.One), T.NaN);
        AssertFunction(V.Asin, Infinity, T.NaN);
        AssertFunction(V.Atan, Infinity, T.Pi / (T.One + T.One));
        AssertFunction(V.Atan, -Infinity, -T.Pi / (T.One + T.One));
        AssertFunction(V.Cbrt, Infinity, Infinity);
        AssertFunction(V.Cbrt, -Infinity, -Infinity);
        AssertFunction(V.Cbrt, T.CreateChecked(-27), T.CreateChecked(-3));
    }

    [Fact]
    public void Exp2_is_exact_at_whole_numbers_and_at_its_special_points()
    {
        foreach (int whole in Single ? [-149, -127, -1, 0, 1, 10, 127] : new[] { -1074, -1023, -1, 0, 1, 10, 1023 })
            AssertFunction(V.Exp2, T.CreateChecked(whole), T.ScaleB(T.One, whole));
        AssertFunction(V.Exp2, T.CreateChecked(Single ? 128 : 1024), Infinity);
        AssertFunction(V.Exp2, T.CreateChecked(Single ? -150.5 : -1075.5), T.Zero);
        AssertFunction(V.Exp2, T.MaxValue, Infinity);
        AssertFunction(V.Exp2, T.MinValue, T.Zero);
        AssertFunction(V.Exp2, Infinity, Infinity);
        AssertFunction(V.Exp2, -Infinity, T.Zero);
        AssertFunction(V.Exp2, T.NaN, T.NaN);
    }

    [Fact]
    public void Even_functions_and_inverses_are_exact_at_their_special_points()
    {
        AssertFunction(V.Cosh, T.Zero, T.One);
        AssertFunction(V.Cosh, T.Epsilon, T.One);
        AssertFunction(V.Cosh, T.CreateChecked(Single ? -89.42 : -710.48), Infinity);
        AssertFunction(V.Cosh, -Infinity, Infinity);
        AssertFunction(V.Cosh, T.NaN, T.NaN);
        AssertFunction(V.Acosh, T.One, T.Zero);
        AssertFunction(V.Acosh, T.BitDecrement(T.One), T.NaN);
        AssertFunction(V.Acosh, T.MinValue, T.NaN);
        AssertFunction(V.Acosh, -Infinity, T.NaN);
        AssertFunction(V.Acosh, Infinity, Infinity);
        AssertFunction(V.Acosh, T.NaN, T.NaN);
        AssertFunction(V.Cos, -T.Zero, T.One);
        AssertFunction(V.Cos, T.Epsilon, T.One);
        AssertFunction(V.Cos, -Infinity, T.NaN);
        AssertFunction(V.Cos, T.NaN, T.NaN);
        AssertFunction(V.Acos, T.One, T.Zero);
        AssertFunction(V.Acos, T.Zero, T.Pi / (T.One + T.One));
        AssertFunction(V.Acos, -T.One, T.Pi);
        AssertFunction(V.Acos, T.BitIncrement(T.One), T.NaN);
        AssertFunction(V.Acos, Infinity, T.NaN);
    }

    [Fact]
    public void The_normal_distribution_is_exact_at_its_special_points()
    {
        T far = T.CreateChecked(Single ? 1e15 : 1e150), half = T.CreateChecked(0.5);
        AssertFunction(V.NormalPdf, -Infinity, T.Zero);
        AssertFunction(V.NormalPdf, T.MaxValue, T.Zero);
        AssertFunction(V.NormalCdf, -Infinity, T.Zero);
        AssertFunction(V.NormalCdf, T.MinValue, T.Zero);
        AssertFunction(V.NormalCdf, T.Zero, half);
        AssertFunction(V.NormalCdf, T.MaxValue, T.One);
        AssertFunction(V.NormalCdf, Infinity, T.One);
        AssertFunction(V.LogNormalCdf, -Infinity, -Infinity);
        AssertFunction(V.LogNormalCdf, T.MinValue, -Infinity);
        AssertFunction(V.LogNormalCdf, -far, -half * far * far);
        AssertFunction(V.LogNormalCdf, Infinity, -T.Zero);
        AssertFunction(V.InverseMills, -Infinity, Infinity);
        AssertFunction(V.InverseMills, Infinity, T.Zero);
        foreach (Func<V, V> function in new Func<V, V>[] { V.NormalPdf, V.NormalCdf, V.LogNormalCdf, V.InverseMills })
            AssertFunction(function, T.NaN, T.NaN);
    }

    [Fact]
    public void The_gamma_function_is_exact_at_its_special_points()
    {
        T two = T.One + T.One;
        foreach (T zero in new[] { T.Zero, -T.Zero })
        {
            AssertFunction(V.LogGamma, zero, Infinity);
            AssertFunction(V.Digamma, zero, -Infinity);
            AssertFunction(V.Trigamma, zero, Infinity);
            AssertFunction(V.Tetragamma, zero, -Infinity);
        }
        AssertFunction(V.LogGamma, T.One, T.Zero);
        AssertFunction(V.LogGamma, two, T.Zero);
        AssertFunction(V.LogGamma, T.MaxValue, Infinity);
        AssertFunction(V.LogGamma, Infinity, Infinity);
        AssertFunction(V.Digamma, Infinity, Infinity);
        AssertFunction(V.Trigamma, Infinity, T.Zero);
        AssertFunction(V.Tetragamma, Infinity, -T.Zero);
        AssertFunction(x => V.LogBeta(x, V.Create(3)), T.Zero, Infinity);
        AssertFunction(x => V.LogBeta(x, V.Create(1)), T.One, T.Zero);
        AssertFunction(x => V.LogBeta(V.Create(3), x), Infinity, -Infinity);
        AssertFunction(x => V.LogBeta(V.Zero, x), Infinity, T.NaN);
        AssertFunction(x => V.LogBeta(V.Create(3), x), -T.Epsilon, T.NaN);
        AssertFunction(x => V.DigammaGap(x, V.Create(3)), T.Zero, -Infinity);
        AssertFunction(x => V.DigammaGap(x, V.Create(3)), Infinity, -T.Zero);
        AssertFunction(x => V.DigammaGap(V.Create(3), x), Infinity, -Infinity);
        Func<V, V>[] functions =
            [V.LogGamma, V.Digamma, V.Trigamma, V.Tetragamma, x => V.LogBeta(x, V.Create(2)), x => V.LogBeta(V.Create(2), x), x => V.DigammaGap(V.Create(2), x)];
        foreach (Func<V, V> function in functions)
        {
            AssertFunction(function, T.NaN, T.NaN);
            AssertFunction(function, -T.Epsilon, T.NaN);
            AssertFunction(function, -Infinity, T.NaN);
        }
    }

    [Fact]
    public void Steps_are_exact_between_whole_numbers_and_beyond()
    {
        T half = T.CreateChecked(0.5), large = T.CreateChecked(Single ? 16777215 : 9007199254740991);
        AssertFunction(V.Floor, -half, -T.One);
        AssertFunction(V.Ceiling, half, T.One);
        AssertFunction(V.Ceiling, -half, -T.Zero);
        AssertFunction(V.Truncate, -half, -T.Zero);
        AssertFunction(V.Truncate, T.CreateChecked(-2.75), T.CreateChecked(-2));
        foreach (Func<V, V> function in new Func<V, V>[] { V.Floor, V.Ceiling, V.Truncate })
        {
            Assert.All([large, -large, T.MaxValue, T.MinValue, Infinity, -Infinity], number => AssertFunction(function, number, number));
            AssertFunction(function, T.NaN, T.NaN);
        }
    }

    private static void AssertFunction(Func<V, V> function, T argument, T expected) =>
        Assert.All(Lanes(function(V.Broadcast(argument))), lane => AssertSame(expected, lane));
}
