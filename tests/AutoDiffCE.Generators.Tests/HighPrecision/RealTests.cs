namespace AutoDiffCE.Generators.Tests.HighPrecision;

public class RealTests
{
    [Fact]
    public void Elementary_functions_invert_each_other_to_more_than_a_thousand_bits()
    {
        Real bound = Real.PowerOfTwo(-1500);
        foreach (double x in new[] { 1e-300, 1e-5, 0.3, 0.99999, 1, 1.5, 7, 1e10, 1e300 })
        {
            Assert.True(Real.Abs((Real.Exp(Real.Log(x)) / x) - 1) < bound, $"exp(log {x:R})");
            Assert.True(Real.Abs((Real.Sqrt(x) * Real.Sqrt(x) / x) - 1) < bound, $"square of the root of {x:R}");
        }
    }

    [Fact]
    public void Functions_of_the_circle_and_of_the_hyperbola_invert_each_other_to_more_than_a_thousand_bits()
    {
        Real bound = Real.PowerOfTwo(-1500);
        foreach (double x in new[] { -1.5, -1e-5, 0.3, 0.99999, 1, 1.5 })
        {
            Assert.True(Real.Abs((Real.Atan(Real.Sin(x) / Real.Cos(x)) / x) - 1) < bound, $"atan(tan {x:R})");
            Assert.True(Real.Abs((Real.Asin(Real.Sin(x)) / x) - 1) < bound, $"asin(sin {x:R})");
            Assert.True(Real.Abs((Real.Acos(Real.Cos(x)) / Math.Abs(x)) - 1) < bound, $"acos(cos {x:R})");
            Assert.True(Real.Abs((Real.Asinh(Real.Sinh(x)) / x) - 1) < bound, $"asinh(sinh {x:R})");
            Assert.True(Real.Abs((Real.Acosh(Real.Cosh(x)) / Math.Abs(x)) - 1) < Real.PowerOfTwo(-1450), $"acosh(cosh {x:R})");
            Assert.True(Real.Abs((Real.Atanh(Real.Sinh(x) / Real.Cosh(x)) / x) - 1) < bound, $"atanh(tanh {x:R})");
            Assert.True(Real.Abs((Real.Cbrt(x) * Real.Cbrt(x) * Real.Cbrt(x) / x) - 1) < bound, $"cube of the root of {x:R}");
        }
        // A sine of a large angle, and whole numbers: 60 digits, and what C# has.
        Assert.Equal(-0.81788191211590850, Real.Sin(1e300).ToDouble());
        Assert.Equal(Math.PI, Real.Pi.ToDouble());
        foreach (double x in new[] { -2.5, -1.5, -0.5, -0.25, 0, 0.5, 0.75, 1.5, 3, 1e300 })
        {
            Assert.Equal(
                (Math.Floor(x), Math.Ceiling(x), Math.Round(x), Math.Truncate(x)),
                (Real.Floor(x).ToDouble(), Real.Ceiling(x).ToDouble(), Real.Round(x).ToDouble(), Real.Truncate(x).ToDouble()));
        }
    }

    [Fact]
    public void The_normal_distribution_is_the_same_on_both_sides_of_where_its_tail_begins()
    {
        Real near = Real.NormalCdf(-9.75), middle = Real.NormalCdf(-10);
        // A difference across the seam is the derivative, as one anywhere else.
        Assert.Equal(7.6198530241605261e-24, middle.ToDouble());
        Assert.Equal(9.2234135249394181e-23, near.ToDouble());
        Assert.True(Real.Abs(Real.Exp(Real.LogNormalCdf(-12)) / Real.NormalCdf(-12) - 1) < Real.PowerOfTwo(-1500));
        Real beside = Real.PowerOfTwo(-700);
        Real below = Real.LogNormalCdf(Real.Zero - 10 - beside), above = Real.LogNormalCdf(Real.Zero - 10 + beside);
        Assert.Equal(Real.InverseMills(-10).ToDouble(), ((above - below) / (2 * beside)).ToDouble());
    }

    [Fact]
    public void The_gamma_function_multiplies_and_its_derivatives_add_to_more_than_a_thousand_bits()
    {
        Real bound = Real.PowerOfTwo(-1500);
        foreach (double x in new[] { 1e-10, 0.3, 1, 1.4616321449683622, 7.5, 1000, 1e10 })
        {
            Assert.True(Real.Abs(Real.LogGamma(Real.One + x) - Real.LogGamma(x) - Real.Log(x)) < bound * 1e13, $"log Γ({x:R})");
            Assert.True(Real.Abs(((Real.Digamma(Real.One + x) - Real.Digamma(x)) * x) - 1) < bound, $"ψ({x:R})");
            Assert.True(Real.Abs(((Real.Trigamma(x) - Real.Trigamma(Real.One + x)) * x * x) - 1) < bound, $"ψ'({x:R})");
            Assert.True(Real.Abs(((Real.Tetragamma(Real.One + x) - Real.Tetragamma(x)) * x * x * x) - 2) < bound, $"ψ''({x:R})");
        }
        // log √π, −γ, π²/6 and −2 ζ(3)
        Assert.True(Real.Abs(Real.Exp(2 * Real.LogGamma(0.5)) - Real.Pi) < bound);
        Assert.Equal(-0.57721566490153286, Real.Digamma(1).ToDouble());
        Assert.True(Real.Abs((6 * Real.Trigamma(1)) - (Real.Pi * Real.Pi)) < bound);
        Assert.Equal(-2.4041138063191886, Real.Tetragamma(1).ToDouble());
        Assert.Equal(Math.Log(1.0 / 12), Real.LogBeta(2, 3).ToDouble());
    }

    [Fact]
    public void Exponentials_do_not_underflow_and_do_not_disappear_beside_one()
    {
        Real tiny = Real.Exp(-700);
        Assert.Equal(Math.Exp(-700), ((tiny + 1) - 1).ToDouble(), Math.Exp(-700) * 1e-13);
        Assert.Equal(9999, Real.Log(Real.Exp(9999)).ToDouble());
        Assert.Equal(-9999, Real.Log(Real.Exp(-9999)).ToDouble());
    }

    [Fact]
    public void Numbers_come_back_as_the_same_double()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
                Assert.Equal(value, ((Real)value).ToDouble());
        }
        Assert.Equal(double.Epsilon, ((Real)double.Epsilon).ToDouble());
        Assert.Equal(double.MaxValue, ((Real)double.MaxValue).ToDouble());
        Assert.Equal(1.0 / 3, ((Real)1 / 3).ToDouble());
    }

    [Fact]
    public void Limits_are_those_of_double()
    {
        Assert.Equal(double.PositiveInfinity, (Real.One / Real.Zero).ToDouble());
        Assert.Equal(0, (Real.One / Real.PositiveInfinity).ToDouble());
        Assert.Equal(double.NegativeInfinity, Real.Log(0).ToDouble());
        Assert.True(Real.Log(-1).IsNaN);
        Assert.True((Real.PositiveInfinity - Real.PositiveInfinity).IsNaN);
        Assert.True((Real.PositiveInfinity * Real.Zero).IsNaN);
        Assert.Equal(0, Real.Exp(Real.NegativeInfinity).ToDouble());
    }

    [Fact]
    public void A_root_is_a_root_to_the_last_bits_and_that_of_a_square_is_exact()
    {
        foreach (double x in new[] { 1e-300, 2, 3, 1e10, 0.7, 1e300 })
        {
            Real root = Real.Sqrt(x);
            Assert.True(Real.Abs((root * root) - x) < Real.PowerOfTwo(-1595) * x, $"root of {x:R}");
            Assert.Equal((Real)x, Real.Sqrt((Real)x * x));
        }
        Assert.True(Real.Sqrt(-1).IsNaN);
        Assert.Equal(double.PositiveInfinity, Real.Sqrt(Real.PositiveInfinity).ToDouble());
        Assert.Equal(0, Real.Sqrt(0).ToDouble());
    }

    // e^(x + y) = e^x e^y, and log(x y) = log x + log y, at the ends of what is tabulated, too
    [Fact]
    public void Exponentials_and_logarithms_obey_their_laws_to_the_last_bits()
    {
        var random = new Random(1);
        double[] numbers = [0, 0.5, 0.34657359027997264, 0.34657359027997270, 0.00390625, 1.52587890625e-05, .. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        foreach (double x in numbers)
        {
            Real y = random.NextDouble() - 0.5;
            Assert.True(Real.Abs((Real.Exp(y + x) / (Real.Exp(x) * Real.Exp(y))) - 1) < Real.PowerOfTwo(-1580), $"e^{x:R}");
            Assert.True(Real.Abs((Real.Exp(-(Real)x) * Real.Exp(x)) - 1) < Real.PowerOfTwo(-1580), $"e^−{x:R}");
            Real z = x + 0.75;
            Assert.True(Real.Abs(Real.Log(z * 1.1) - Real.Log(z) - Real.Log(1.1)) < Real.PowerOfTwo(-1580), $"log {z}");
        }
    }

    [Fact]
    public void Known_digits()
    {
        Assert.Equal(Math.E, Real.Exp(1).ToDouble());
        Assert.Equal(0.693147180559945309, Real.Log(2).ToDouble());
        Assert.Equal(Math.Pow(3, 0.7), Real.Power(3, 0.7).ToDouble(), 1e-15);
    }
}
