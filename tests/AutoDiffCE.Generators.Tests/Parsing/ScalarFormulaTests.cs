namespace AutoDiffCE.Generators.Tests.Parsing;

public class ScalarFormulaTests
{
    [Theory]
    [InlineData("x + t - 3")]
    [InlineData("-x * t / 7")]
    [InlineData("+x - -t")]
    [InlineData("x - (t - x) - (t * (x / 3))")]
    [InlineData("0.5 * x * x + t")]
    [InlineData("x * (1 - 1e-15)")]
    [InlineData("1.0 / 3 * x")]
    [InlineData("x * 2 + (double)1")]
    [InlineData("x * Math.PI + double.E * (int)2")]
    public void Arithmetic_keeps_its_meaning(string expression) => Check(expression);

    [Theory]
    [InlineData("Exp(x) + ExpM1(t) + Tanh(x) + Erf(t) + Erfc(x)")]
    [InlineData("Log(Abs(x) + 1) + LogP1(Abs(t)) + Sqrt(Abs(x))")]
    [InlineData("Pow(Abs(x), 1.5) + Sign(t) * x")]
    [InlineData("Max(x, t) + Min(x, 1) + Clamp(x, -1, 1)")]
    [InlineData("Sigmoid(x) + Softplus(t) + LogSigmoid(x) + Relu(t)")]
    [InlineData("Square(x - t) + Cube(x + t) * Reciprocal(2 + Square(t))")]
    [InlineData("XLogX(Abs(x)) + XLogY(Abs(t), 1 + Abs(x))")]
    [InlineData("Clamp(max: 1, x: x, min: -1)")]
    [InlineData("Sinh(x) + Cosh(t) + Asinh(x) + Acosh(1 + Abs(t)) + Atanh(Tanh(x))")]
    [InlineData("Sin(x) + Cos(t) + Tan(x) + Asin(Sin(t)) + Acos(Cos(x)) + Atan(t)")]
    [InlineData("Exp2(x) + Log2(1 + Abs(t)) + Log10(1 + Abs(x)) + Cbrt(t)")]
    [InlineData("Hypot(x, t) * Atan2(t, x)")]
    [InlineData("StopGradient(x * t) * x - StopGradient(StopGradient(x) + t)")]
    [InlineData("NormalPdf(x) + NormalCdf(t) * LogNormalCdf(x) - Log1mExp(-Abs(t) - 1) + LogSubExp(1 + Abs(x), Tanh(t))")]
    [InlineData("(IsNaN(x * t) ? 1 : x) + (IsInfinity(x) ? 1 : t) + (IsNegativeInfinity(t) ? x : 2)")]
    [InlineData("LogGamma(1 + Abs(x)) * Digamma(Exp(t)) - Trigamma(0.1 + Abs(x)) + LogBeta(Exp(x), 1 + Abs(t))")]
    [InlineData("Floor(x) * t + Ceiling(x) - Round(t) * Truncate(x)")]
    public void Functions_of_the_runtime_keep_their_meaning(string expression) => Check(expression);

    [Theory]
    [InlineData("Math.Exp(x) + Math.Tanh(t) + Math.Sqrt(Math.Abs(x))")]
    [InlineData("Math.Log(1 + Math.Abs(x)) + Math.Log(2 + Math.Abs(t), 3)")]
    [InlineData("Math.Log2(1 + Math.Abs(x)) + Math.Log10(2 + Math.Abs(t))")]
    [InlineData("Math.Pow(x, 2) + Math.Max(x, t) + Math.Min(x, t) + Math.Clamp(t, -1, 1.5)")]
    [InlineData("Math.Sign(x) * t + Math.Cosh(x) + Math.FusedMultiplyAdd(x, t, 1)")]
    [InlineData("Math.Sinh(x) + Math.Asinh(t) + Math.Acosh(1 + t * t) + Math.Atanh(x / (1 + x * x))")]
    [InlineData("Math.Sin(x) + Math.Cos(t) * Math.Tan(x) + Math.Asin(x / (1 + x * x)) + Math.Acos(t / (1 + t * t)) + Math.Atan(x) * Math.Atan2(t, x)")]
    [InlineData("Math.Cbrt(x) + Math.Floor(x) * t + Math.Ceiling(t) + Math.Round(x) * Math.Truncate(t)")]
    [InlineData("double.Sinh(x) + double.Cosh(t) + double.Asinh(x) + double.Acosh(1 + t * t) + double.Atanh(x / (1 + x * x))")]
    [InlineData("double.Sin(x) + double.Cos(t) * double.Tan(x) + double.Asin(x / (1 + x * x)) + double.Acos(t / (1 + t * t)) + double.Atan(x) * double.Atan2(t, x)")]
    [InlineData("double.Exp2(x) + double.Log2(1 + t * t) + double.Log10(1 + x * x) + double.Cbrt(t) + double.Hypot(x, t)")]
    [InlineData("(double.IsNaN(Log(x)) ? 1 : x) + (double.IsInfinity(1 / (x - x)) ? 1 : t) + (double.IsNegativeInfinity(Log(Abs(x) - Abs(x))) ? x : 2)")]
    [InlineData("(double.IsFinite(1 / (x - x)) ? 1 : x) + (double.IsPositiveInfinity(t) ? 1 : t)")]
    [InlineData("double.Floor(x) * t + double.Ceiling(t) + double.Round(x) * double.Truncate(t)")]
    [InlineData("double.Exp(x) + double.ExpM1(t) + double.LogP1(double.Abs(x)) + double.Tanh(t)")]
    [InlineData("double.Max(x, t) + double.Clamp(x, -1, 1) + double.Pow(x, 3) + double.Sqrt(4 + x)")]
    public void Other_spellings_of_functions_mean_the_same(string expression) => Check(expression);

    [Theory]
    [InlineData("x < t ? x : t")]
    [InlineData("x <= t ? x : 2 * t")]
    [InlineData("x > t ? x : 2 * t")]
    [InlineData("x >= t ? x * x : t")]
    [InlineData("x == t ? 1 + x : t")]
    [InlineData("x != t ? 1 + x : t")]
    [InlineData("x > 0 && t > 0 ? x : -x")]
    [InlineData("x > 0 || t > 0 ? x : -x")]
    [InlineData("!(x > 0) ? x : t > 0 ? 2 * x : 3 * x")]
    [InlineData("(x > 0) == (t > 0) ? x : -x")]
    [InlineData("(x > 0) != (t > 0) ? x : -x")]
    [InlineData("x > 0 ^ t > 0 ? x : -x")]
    [InlineData("x > 0 & t > 0 | x < -1 ? x : -x")]
    [InlineData("(x > 0 ? t > 0 : t < 0) ? x : -x")]
    [InlineData("(x > 0 ? true : t < 0) ? x : -x")]
    [InlineData("Where(x > t, x, t)")]
    public void Choices_keep_their_meaning(string expression) => Check(expression);

    [Fact]
    public void An_integer_of_the_sample_becomes_a_real_number() =>
        FormulaOracle.AssertAgrees("public double Formula(double x, int count) => x * (count + 1) - count * 2;");

    [Fact]
    public void A_name_that_is_a_keyword_keeps_its_escape() =>
        FormulaOracle.AssertAgrees("public double Formula(double @class, double t) => @class * t;");

    private static void Check(string expression) => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) => {expression};");
}
