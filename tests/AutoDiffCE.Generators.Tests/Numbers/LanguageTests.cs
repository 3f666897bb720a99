namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Formulas as papers and authors of C# write them give what the same formulas give in functions of rows.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData(
        "{ double s = 0; for (int i = 0; i < x.Length; i++) s += Exp(x[i]); return Log(s) - x[k]; }",
        "=> LogSumExp(x) - x[k];")]
    [InlineData(
        "{ double high = double.NegativeInfinity; foreach (double v in x) if (v > high) high = v; double s = 0; foreach (double v in x) s += Exp(v - high); return high + Log(s) - x[k]; }",
        "=> LogSumExp(x) - x[k];")]
    [InlineData(
        "{ double s = 0; for (int i = 0; i < x.Length; i++) { if (i == k) continue; s += Hinge(1 + x[i] - x[k]); } return s; } private static double Hinge(double v) => v > 0 ? v : 0;",
        "=> Sum(Where(Index(x) == k, 0, Max(0, 1 + x - x[k])));")]
    [InlineData(
        "{ double s = 0; for (int i = 0; i < x.Length; i++) for (int j = i + 1; j < x.Length; j++) s += LogP1(Exp(x[i] - x[j])); return s / x.Length + x[k]; }",
        "=> Sum(x, (a, i) => Sum(x, (b, j) => i < j ? Softplus(a - b) : 0)) / x.Length + x[k];")]
    [InlineData(
        "{ double running = 0, total = 0; for (int i = x.Length - 1; i >= 0; i--) { running += Exp(x[i]); total += Log(running) - x[i]; } return total + x[k]; }",
        "=> Sum(x, (a, i) => Log(Sum(x, (b, j) => j >= i ? Exp(b) : 0)) - a) + x[k];")]
    [InlineData(
        "{ double below = 0, total = 0; for (int i = 0; i < x.Length; i++) { below += Softmax(x)[i]; total += Square(below - (i >= k ? 1 : 0)); } return total; }",
        "=> Sum(x, (a, i) => Square(Sum(Where(Index(x) <= i, Softmax(x), 0)) - (i >= k ? 1 : 0)));")]
    public async Task A_loop_gives_what_functions_of_rows_give(string written, string plain)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, int k) {written}", "RI");
        WrittenLoss other = await WrittenLoss.Compile($"public double Formula(Row x, int k) {plain}", "RI");
        foreach (double scale in (double[])[1, 30])
        {
            double[] x = [.. new[] { 0.3, -1.2, 2.5, 0.9, 0.9, -0.1, 1.7 }.Select(value => scale * value)];
            AssertClose(other.InDouble(x, 2), loss.InDouble(x, 2), 1e-13);
            AssertClose(other.InDouble(x, 2), loss.InFloat(x, 2), 2e-6);
        }
    }

    [Theory]
    [InlineData("=> new Huber(d).Formula(x, t);", "=> Abs(x - t) <= d ? 0.5 * Square(x - t) : d * (Abs(x - t) - 0.5 * d);")]
    [InlineData(
        "=> Abs(x - t) switch { var e when e <= d => 0.5 * e * e, var e => d * (e - 0.5 * d) };",
        "=> Abs(x - t) <= d ? 0.5 * Square(x - t) : d * (Abs(x - t) - 0.5 * d);")]
    [InlineData(
        "{ double s = 0; foreach (double q in new[] { 0.1, 0.5, 0.9 }) s += Pinball(x - t, q); return s / (3 + d); static double Pinball(double e, double q) => e > 0 ? (1 - q) * e : -q * e; }",
        "=> (Max(0.9 * (x - t), -0.1 * (x - t)) + Max(0.5 * (x - t), -0.5 * (x - t)) + Max(0.1 * (x - t), -0.9 * (x - t))) / (3 + d);")]
    [InlineData("{ Func<double, double> f = v => Log(1 + Exp(v)); return f(x) - t * x + f(-d); }", "=> Softplus(x) - t * x + Softplus(-d);")]
    [InlineData(
        "{ var (a, b) = (x - t, d); if (a is > -1 and < 1) return a * a * b; (a, b) = (b, a); return a * Abs(b); }",
        "=> Abs(x - t) < 1 ? Square(x - t) * d : d * Abs(x - t);")]
    public async Task Calls_and_patterns_give_what_an_expression_gives(string written, string plain)
    {
        const string Huber =
            "} public class Huber(double delta) { public double Formula(double p, double t) { double e = Abs(p - t); return e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta); }";
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double t) {written} {Huber}", "SS", "(double d)", "(0.75)");
        WrittenLoss other = await WrittenLoss.Compile($"public double Formula(double x, double t) {plain}", "SS", "(double d)", "(0.75)");
        foreach (double x in (double[])[0.3, -0.4, 2.5, -7, 40])
        {
            AssertClose(other.InDouble(x, 0.25), loss.InDouble(x, 0.25), 1e-14);
            AssertClose(other.InFloat(x, 0.25), loss.InFloat(x, 0.25), 1e-6);
        }
    }

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        double scale = 1 + expected.Max(Math.Abs);
        for (int position = 0; position < expected.Length; position++)
            Assert.Equal(expected[position], actual[position], tolerance * scale);
    }
}
