namespace AutoDiffCE.Generators.Tests.Parsing;

/// <summary>Loops: read round by round where the rounds are known, as reductions where they run over a row.</summary>
public class LoopTests
{
    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < 4; i++) s += x * i; return s * t;")]
    [InlineData("double s = x; for (int i = 3; i > 0; i -= 1) s = s * s - t / (i + 1); return s;")]
    [InlineData("double s = 0; foreach (double q in new[] { 0.1, 0.5, 0.9 }) s += Max(q * (x - t), (q - 1) * (x - t)); return s;")]
    [InlineData("double s = x; int i = 0; while (i < 3) { s += t * i; i++; } return s;")]
    [InlineData("double s = x; int i = 0; do { s = s * 0.5 + t; i++; } while (i < 3); return s;")]
    [InlineData("double s = 0; for (int i = 0; i < 6; i++) { if (i == 2) continue; if (i > 4) break; s += x * i; } return s + t;")]
    [InlineData("double s = x; for (int i = 0; i < 5; i++) { if (s > 3) break; s += t; } return s;")]
    [InlineData("double s = x; for (int i = 0; i < 5; i++) { if (s > 3) return s - t; if (s < 0) continue; s += t; } return 2 * s;")]
    [InlineData("double s = x; for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (s > 2 + j) break; s += 0.5; } if (s < t) continue; s *= 1.5; } return s;")]
    [InlineData("double s = 0; for (int i = 0; ; i++) { if (i == 4) break; s += i > 0 ? x / i : t; } return s;")]
    [InlineData("for (int i = 0; i < 4; i++) { if (x > i) { if (t > i) return x; x -= 0.5; } else { if (t < -i) break; t += 1; } } return x * t;")]
    [InlineData("double s = 0; for (int i = 0; i < 4; i++) switch (i) { case 0: continue; case 1: s += x; break; default: if (x > t) break; s += t; break; } return s;")]
    public void A_loop_of_known_rounds_keeps_its_meaning(string body) =>
        FormulaOracle.AssertAgrees($"public double Formula(double x, double t) {{ {body} }}");

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) s += Exp(x[i]); return Log(s) - x[label];")]
    [InlineData("double s = 1; foreach (double v in x) s += v * v; return s;")]
    [InlineData("double s = 0; for (int i = x.Length - 1; i >= 0; i--) s -= x[i] * i; return s;")]
    [InlineData("double s = 0, n = 0; for (int i = 0; i < x.Length; i++) { if (i == label) continue; if (x[i] > x[label]) { s += x[i]; n++; } } return s / (n + 1);")]
    [InlineData("int n = 0; foreach (double v in x) if (v > 0) n += 1; else n -= 2; return n * x[label];")]
    [InlineData("double best = double.NegativeInfinity; for (int i = 0; i < x.Length; i++) if (i != label && x[i] > best) best = x[i]; return best;")]
    [InlineData("double best = x[0]; for (int i = 1; i < x.Length; i++) best = Math.Max(best, x[i]); return best - x[label];")]
    [InlineData("double low = 9; for (int i = 0; i != x.Length; ++i) { double v = x[i] * x[i]; low = v < low ? v : low; } return low;")]
    [InlineData("double low = 9; foreach (double v in x) { if (low > v) low = v; } return low;")]
    [InlineData("double low = 9; foreach (double v in x) { if (v < low) low = v; if (v * v < low) low = v * v; low = Min(low, v + 1); } return low + x[label];")]
    [InlineData("double s = 0; for (int i = 0; i < label; i++) s += x[i]; return s;")]
    [InlineData("double s = 0; for (int i = label; i < x.Length; i++) s += x[i]; return s;")]
    [InlineData("double s = 0; for (int i = label + 1; i <= x.Length - 1; i++) s += x[i]; return s;")]
    [InlineData("double s = 0; for (int i = 1; i < x.Length - 1; i++) s += x[i]; return s;")]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) for (int j = i + 1; j < x.Length; j++) s += Abs(x[i] - x[j]); return s;")]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) { double inner = 0; for (int j = 0; j <= i; j++) inner += x[j]; s += inner * inner; } return s;")]
    [InlineData("double running = 0, total = 0; for (int i = 0; i < x.Length; i++) { running += Exp(x[i]); total += Log(running); } return total;")]
    [InlineData("double running = 0, total = 0; for (int i = x.Length - 1; i >= 0; i--) { total += running * x[i]; running += x[i]; } return total;")]
    [InlineData("double a = 0, b = 0, c = 0; for (int i = 0; i < x.Length; i++) { a += x[i]; b += a * i; c += b * x[i]; } return c + x[label];")]
    [InlineData("double s = 0; foreach (double v in x) { double r = v; foreach (double w in x) { r += w * w; s += r * v; } } return s;")]
    [InlineData("double high = 0, total = 0; for (int i = 0; i < x.Length; i++) { high = Max(high, x[i]); total += high - x[i]; } return total;")]
    [InlineData("double d; double s = 0; for (int i = 0; i < x.Length; i++) { d = x[i] - x[label]; s += d * d; } return s;")]
    [InlineData("Row shifted = x; double s = 0; for (int i = 0; i < x.Length; i++) { shifted = shifted + x[i]; s += x[i]; } return Sum(shifted) + s;")]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) { for (int k = 1; k < 4; k++) s += Pow(Abs(x[i]), k) / k; } return s;")]
    [InlineData("double s = Sum(x, (v, i) => { double inner = 0; foreach (double w in x) inner += w * v; return inner; }); return s;")]
    [InlineData("double s = 0; for (int i = 0; i < x.Length; i++) { switch (i) { case 0: s += x[i]; break; case 1: s -= x[i]; break; default: continue; } s += 1; } return s;")]
    public void A_loop_over_a_row_keeps_its_meaning(string body) =>
        FormulaOracle.AssertAgrees($"public double Formula(Row x, int label) {{ {body} }}");

    [Fact]
    public void A_loop_runs_over_a_captured_row() => FormulaOracle.AssertAgrees(
        "public double Formula(Row x) { double s = 0; foreach (double w in weights) s += w; for (int i = 0; i < x.Length; i++) s += x[i] * weights[i]; return s; }",
        "(double[] weights)");
}
