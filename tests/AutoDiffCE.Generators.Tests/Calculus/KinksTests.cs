using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Parsing;
using AutoDiffCE.Generators.Tests.Scheduling;

namespace AutoDiffCE.Generators.Tests.Calculus;

public class KinksTests
{
    [Theory]
    [InlineData("Abs(x - t)", "x = t")]
    [InlineData("Abs(2 * x - 2 * t)", "x = t")]
    [InlineData("Relu(1 - x * t)", "1 = x · t")]
    [InlineData("Max(x, 0.5) + Min(x, t)", "x = 0.5", "x = t")]
    [InlineData("Clamp(x, -1, 2)", "x + 1 = 0", "x = 2")]
    [InlineData("Clamp(1, x, 2 * x)", "1 = x", "1 = 2 · x", "x = 0")]
    [InlineData("Max(-x, -3)", "3 = x")]
    [InlineData("x > t ? x : 0", "t = x")]
    [InlineData("Sign(x) * x", "x = 0")]
    [InlineData("Sqrt(x * x + t * t)", "x · x + t · t = 0")]
    [InlineData("Pow(x, 1.5)", "x = 0")]
    [InlineData("Cbrt(x - t)", "x = t")]
    [InlineData("Hypot(x, t)", "hypot(x, t) = 0")]
    [InlineData("Atan2(x, t)", "x = 0")]
    [InlineData("x * Floor(x / t)", "x / t is whole")]
    [InlineData("x * Ceiling(x) + x * Truncate(x)", "x is whole")]
    [InlineData("x - Round(x)", "x is halfway between whole numbers")]
    [InlineData("Asin(x) + t * Acosh(x)", "x is ±1", "x is 1")]
    public void A_kink_is_where_a_piece_ends(string expression, params string[] expected) =>
        Assert.Equal(expected, Plans.OfScalars(expression).Kinks);

    [Theory]
    [InlineData("Max(x)", "max_i(x[i]) is reached twice")]
    [InlineData("Norm(x) - x[y]", "norm_i(x[i]) = 0")]
    [InlineData("Sum(Relu(1 + x - x[y]))", "1 + x[i] = x[y]")]
    public void Rows_have_kinks_at_any_class(string expression, params string[] expected) =>
        Assert.Equal(expected, Plans.OfLabel(expression).Kinks);

    [Theory]
    [InlineData("Exp(x) * t")]
    [InlineData("Abs(t) * x")]
    [InlineData("Floor(t) * x + Atan2(t, Exp(t)) * x")]
    [InlineData("Sinh(x) + Cosh(x) + Asinh(x) + Sin(x) + Cos(x) + Tan(x) + Atan(x) + Hypot(x, Exp(t))")]
    [InlineData("Pow(x, 5) + Sqrt(1 + x * x) + Pow(Exp(x), t)")]
    [InlineData("t > 0 ? x : -x")]
    [InlineData("-Log(1 - Sigmoid(x))")]
    [InlineData("Max(x, 0) - x * t + Log(1 + Exp(-Abs(x)))")]
    [InlineData("Clamp(x, double.NegativeInfinity, double.PositiveInfinity)")]
    [InlineData("Max(x, x) + Max(x, x + 1)")]
    [InlineData("Max(x, x + t)")]
    public void Smooth_formulas_have_none(string expression) => Assert.Empty(Plans.OfScalars(expression).Kinks);

    [Fact]
    public void Pieces_for_the_sake_of_digits_make_no_kinks()
    {
        Assert.Empty(Plans.OfScalars("Log(1 - Exp(-x * x))").Kinks);
        Assert.Empty(Plans.OfLabel("-Log(1 - Softmax(x)[y])").Kinks);
    }

    [Fact]
    public void What_a_label_or_a_hyper_parameter_decides_is_no_kink()
    {
        Formula formula = FormulaOracle.ParseFormula(
            """
            [Loss]
            public sealed partial class Sample(double delta)
            {
                public double Formula(Row x, int y) => Sum(Where(Index(x) != y, x, delta > 1 ? delta : 0));
            }
            """);
        Assert.Empty(Kinks.In(new NodeAlgebra(formula.Table), formula.Value, formula.Inputs));
    }
}
