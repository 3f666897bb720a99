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
    public void Tuples_are_taken_apart(string body) => FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {body}");

    [Theory]
    [InlineData("=> kind == Kind.Plain ? x : kind == Kind.Squared ? x * x : t;")]
    [InlineData("=> kind switch { Kind.Plain => x, Kind.Squared => x * x, _ => t };")]
    [InlineData("{ switch (kind) { case Kind.Plain: return x; case Kind.Squared: return x * x; default: return t; } }")]
    public void An_enumeration_chooses_between_ways_to_compute(string body) => FormulaOracle.AssertAgrees(
        $"public enum Kind {{ Plain, Squared, Other }} public double Formula(double x, double t) {body}", "(Sample.Kind kind)");
}
