namespace AutoDiffCE.Generators.Tests.Parsing;

public class PatternTests
{
    [Theory]
    [InlineData("=> x switch { < 0 => -x, 0 => t, <= 1 => x * x, _ => 2 * x };")]
    [InlineData("=> x switch { > 1 and < 2 => x, < -1 or > 2 => t, not 0 => x * t, _ => 1 };")]
    [InlineData("=> (x - t) switch { double e when e > 1 => e, var e when Abs(e) < 0.5 => e * e, var other => other + 1 };")]
    [InlineData("=> x is > 0 and < 1 ? x : t;")]
    [InlineData("=> x is not (> 0 and < 1) ? x : t;")]
    [InlineData("{ double y = 0; switch (x) { case > 1: y = x; break; case < 0 when t > 0: y = t; break; case 0: default: y = 5; break; } return y; }")]
    [InlineData("{ switch (x) { case > 1: return x; case < 0: return t; } return x * t; }")]
    [InlineData("{ switch (x > t) { case true: return x; default: return t; } }")]
    [InlineData("{ double y = 1; switch (x) { case > 0: if (t > 0) break; y = x; break; default: y = t; break; } return y + x; }")]
    public void Patterns_keep_their_meaning(string body) => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {body}");

    [Theory]
    [InlineData("=> label switch { 0 => x[label], 1 => 2 * x[0], _ => Sum(x) };")]
    [InlineData("{ switch (label) { case 0: case 2: return x[0]; case 1: return x[1]; default: return x[label]; } }")]
    public void Patterns_of_labels_keep_their_meaning(string body) => FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) {body}");

    [Theory]
    [InlineData("{ var (a, b) = (x * t, x + t); return a - b; }")]
    [InlineData("{ (x, t) = (t, x); return x - 2 * t; }")]
    [InlineData("{ double a; (a, double b) = (x, t); (_, b) = (a, a * b); return b; }")]
    [InlineData("{ var ((a, b), c) = ((x * t, x), t); return a - b * c; }")]
    [InlineData("{ var pair = (Low: Min(x, t), High: Max(x, t)); return pair.High - 2 * pair.Low + pair.Item1 * pair.Item2; }")]
    [InlineData("{ (double a, double b) = x > t ? (x, 2 * t) : (t, x); return a * 3 - b; }")]
    [InlineData("{ var (a, b) = x switch { > 1 => (x, t), < 0 => (t, -1), _ => (0, x) }; return a * 3 - b; }")]
    [InlineData("{ (double Sum, double Product) both = (x, 1); if (t > 0) both = (x + t, x * t); return both.Sum - both.Product; }")]
    [InlineData("=> (x > 0, t) switch { (true, > 1) => x, (true, _) => 2 * t, (false, < 0 and > -2) => x * t, _ => 3 };")]
    public void Tuples_are_taken_apart(string body) => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {body}");

    [Theory]
    [InlineData("{ (double weight, double value) = Judge(x - t, t > 0); return weight * value; }")]
    [InlineData("{ var judged = Judge(x - t, t > 0); return judged.Weight * judged.Value + judged.Item2; }")]
    [InlineData("{ var (a, b) = Both(x); var (c, _) = Both(b); return a + c; (double, double) Both(double u) => (u * t, u - t); }")]
    [InlineData("{ double total = 0; for (int i = 0; i < 3; i++) { var (a, b) = Judge(x + i, i == 1); total += a * b; } return total; }")]
    public void Tuples_are_what_methods_give_back(string body) => FormulaOracle.AssertAgrees($$"""
        public double Formula(double x, double t) {{body}}
        private (double Weight, double Value) Judge(double r, bool isDesirable)
        {
            if (r < -1)
                return (0.5, r);
            return isDesirable ? (h, h * Sigmoid(r)) : (1 - h, Sigmoid(-r) * (1 - h));
        }
        """, "(double h)");

    [Fact]
    public void A_tuple_may_hold_rows_and_truths() => FormulaOracle.AssertAgrees("""
        public double Formula(Row x, int k)
        {
            (Row p, bool isSure, int label) = Of(x, k);
            return isSure ? -Log(p[label]) : Sum(p * p);
        }

        private static (Row, bool, int) Of(Row x, int k) => (Softmax(x), x[k] > 0, k);
        """);

    [Theory]
    [InlineData("=> kind == Kind.Plain ? x : kind == Kind.Squared ? x * x : t;")]
    [InlineData("=> kind switch { Kind.Plain => x, Kind.Squared => x * x, _ => t };")]
    [InlineData("{ switch (kind) { case Kind.Plain: return x; case Kind.Squared: return x * x; default: return t; } }")]
    public void An_enumeration_chooses_between_ways_to_compute(string body) => FormulaOracle.AssertAgrees(
        $"public enum Kind {{ Plain, Squared, Other }} public double Formula(double x, double t) {body}", "(Sample.Kind kind)");
}
