using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>
/// An element that is compared with itself is equal to itself, whatever it is computed from and wherever it stands: one that is a bit larger at the label
/// than along the row is counted among those above the label, which is no rounding of the loss but another loss.
/// </summary>
public class ComparisonTests
{
    private const int Samples = 60;

    // In the short form, a row is asked one of so many shares of the questions.
    private const int Shares = 3;

    private static readonly (string Question, Func<double[], int, double> Answer)[] questions =
    [
        ("Count(v == v[k])", (_, _) => 1),
        ("Count(v < v[k]) - Count(v > v[k])", (x, k) => x.Count(a => a < x[k]) - x.Count(a => a > x[k])),
        ("(v[k] >= Max(v) ? 1 : 0) + (v[k] <= Min(v) ? 2 : 0)", (x, k) => (x[k] >= x.Max() ? 1 : 0) + (x[k] <= x.Min() ? 2 : 0)),
        ("Count(v == Max(v)) + Count(v == Min(v))", (_, _) => 2),
        ("Sum(v, (a, i) => i != k && a <= v[k] ? 1 : 0)", (x, k) => x.Count(a => a < x[k])),
        ("Sum(v, a => Sum(v, b => a == b ? 1.0 : 0.0))", (x, _) => x.Length),
        ("Count(v - v[k] > 0)", (x, k) => x.Count(a => a > x[k])),
        ("Sum(Sign(v - v[k]))", (x, k) => x.Sum(a => Math.Sign(a - x[k]))),
        ("Sum(Where(v - v[k] == 0, Index(v), 0))", (_, k) => k),
        ("Count(v >= v[k])", (x, k) => x.Count(a => a >= x[k])),
        ("(Max(v) - v[k] > 0 ? 0 : 1) + (v[k] - Min(v) <= 0 ? 2 : 0)", (x, k) => (x[k] >= x.Max() ? 1 : 0) + (x[k] <= x.Min() ? 2 : 0)),
        ("Sum(Where(v == Max(v), Index(v), 0))", (x, _) => Array.IndexOf(x, x.Max())),
        ("Count((v - v[k]) * s > 0)", (x, k) => x.Count(a => a > x[k])),
        ("Count(2 * v > 2 * v[k])", (x, k) => x.Count(a => a > x[k])),
        ("Count(Abs(v - v[k]) <= 0)", (_, _) => 1),
        ("Sum(Floor((v - v[k]) * 1e-6))", (x, k) => -x.Count(a => a < x[k])),
        ("Count(3 * s * (Max(v) - v) == 0)", (_, _) => 1),
        ("(v[k + 1 - 1] == v[k] ? 1 : 0) + (v[k + 1 - 1] >= Max(v) ? 2 : 0)", (x, k) => 1 + (x[k] >= x.Max() ? 2 : 0)),
        ("Count((s > 2 ? 0 : v[k + 1 - 1]) >= v) - Count(v <= (s > 2 ? 0 : v[k]))", (_, _) => 0),
        ("x.Length * Sign(Max(v) * 2 - 2 * v[k]) + Count(s * (v - v[k]) + 1 < 1)", (x, k) => (x[k] < x.Max() ? x.Length : 0) + x.Count(a => a < x[k])),
        ("Count(v / s < v[k] / s)", (x, k) => x.Count(a => a < x[k])),
    ];

    // Increasing functions of the elements.
    public static TheoryData<string> IncreasingRows =>
    [
        "Softmax(x)", "Exp(x) / Sum(Exp(x))", "LogSoftmax(x)", "Log(Softmax(x))", "Softmax(x * s)", "LogSoftmax(x / 0.7)", "Softmax(x) * s", "Sigmoid(x)",
        "x * 0.7 * s", "s * x * 0.7 * (x[k] * x[k] + 1)", "x * 0.3 + s + 0.1", "x + x[k] + s", "x * 3 + s + x[k] * 5", "(x - x[k]) * s", "x - Mean(x)",
        "x / Norm(x)", "Exp(x - Max(x))", "Exp(x) * Exp(x[k])", "Exp(x + 0.3 * s) * s", "Softmax(x) / Softmax(x)[k]", "Tanh(x * s) + 1", "x - LogSumExp(x * s)",
        "(x + 8) * (x + 8) * (x + 8) * (x + 8) * (x + 8)",
        "(x - Mean(x)) / Norm(x)", "Exp(x) / (Exp(x) + s)", "Softplus(x * 0.3)", "Where(Index(x) == k, x * s, s * x)",
        "1 / Softmax(-x) - Softmax(-x)", "x[0] <= x[1] ? Softmax(x) * s : LogSoftmax(x * s)", "(x[0] <= x[k] ? x * 0.7 * s : Softmax(x)) * s",
        "(x[0] <= x[1] ? Asinh(x) : 1 / Softmax(-x) - Softmax(-x)) + s", "(Softmax(x * s)[k] == Max(Softmax(x * s)) ? Softmax(x) * s : x - Mean(x)) / s",
        "x[0] <= x[1] ? (x * s * 0.7).With(k, x[k] * s * 0.7) : Softplus(x).With(k, Softplus(x[k]))",
    ];

    [Theory]
    [MemberData(nameof(IncreasingRows))]
    public async Task An_element_at_the_label_is_as_large_as_the_same_element_of_the_row(string row)
    {
        int seed = Environment.TickCount;
        for (int part = 0; part < Shares; part++)
        {
            if (part != row.Length % Shares && !LongForm.IsAsked)
                continue;
            (string Question, Func<double[], int, double> Answer)[] asked = [.. questions.Where((_, place) => place % Shares == part)];
            string value = string.Join(" + ", asked.Select((question, place) => FormattableString.Invariant($"{Weight(place)} * ({question.Question})")));
            WrittenLoss loss = await WrittenLoss.Compile($$"""
                #pragma warning disable ADCE103 // It jumps, and that is what is asked for.
                public double Formula(Row x, int k, double s) { Row v = {{row}}; return {{value}} - Log(Softmax(x)[k]); }
                """, "RIS");
            var random = new Random(seed);
            for (int sample = 0; sample < Samples; sample++)
            {
                double[] x = [.. Enumerable.Range(0, 6).Select(_ => (double)(float)((6 * random.NextDouble()) - 3))];
                (int label, double s) = (random.Next(x.Length), (float)(random.NextDouble() + 0.5));
                double right = asked.Select((question, place) => Weight(place) * question.Answer(x, label)).Sum() + Math.Log(x.Sum(Math.Exp)) - x[label];
                string place = $"[{string.Join(", ", x)}], label {label}, s = {s}, seed {seed}";
                Assert.True(Math.Abs(loss.InDouble(x, label, s)[0] - right) < 1e-6, $"double, {value}: {loss.InDouble(x, label, s)[0]}, not {right}; {place}");
                Assert.True(Math.Abs(loss.InFloat(x, label, s)[0] - right) < 0.3, $"float, {value}: {loss.InFloat(x, label, s)[0]}, not {right}; {place}");
            }
        }
    }

    // Every class is the label of a share.
    [Theory]
    [InlineData("Softmax(x) * s")]
    [InlineData("x * 0.7 * s")]
    [InlineData("LogSoftmax(x * s)")]
    public async Task An_element_at_a_label_that_is_smoothed_equals_itself_too(string row)
    {
        WrittenLoss loss = await WrittenLoss.Compile($$"""
            #pragma warning disable ADCE103 // It jumps, and that is what is asked for.
            public double Formula(Row x, int k) { Row v = {{row}}; return Count(v == v[k]) - 1e-12 * Log(Softmax(x)[k]) + x[0]; }
            """, "RI", "(double s)", "(0.3) { LabelSmoothing = 0.25 }");
        double[] x = [0, 0.7, 0.1, 1.3, -0.6, 2.1];
        for (int label = 0; label < x.Length; label++)
        {
            Assert.Equal(1, loss.InDouble(x, label)[0], 1e-9);
            Assert.Equal(1, loss.InFloat(x, label)[0], 1e-5);
        }
    }

    // What the second comparison is asked of has been chosen by the first.
    [Fact]
    public async Task An_element_of_a_row_that_a_comparison_has_chosen_equals_itself()
    {
        WrittenLoss loss = await WrittenLoss.Compile("""
            #pragma warning disable ADCE103 // It jumps, and that is what is asked for.
            public double Formula(Row x, int k)
            {
                Row v = 1 / Softmax(x) - Softmax(x);
                if (v[k] == Max(v)) v /= Exp(XLogY(Softplus(x), Sum(Exp(x)))); else v += LogSoftmax((Index(x) + 10) * (x + 1) * (x + 1));
                return v[k] != Max(v) ? Exp(v[k]) : x[k];
            }
            """, "RI");
        double[] x = [-0.3006554841995239, -2.0398738384246826, 1.3118451833724976, 0.07272133976221085, -1.7101017236709595];
        Assert.Equal(x[1], loss.InDouble(x, 1)[0]);
        Assert.Equal((float)x[1], (float)loss.InFloat(x, 1)[0]);
    }

    // As its paper has it: the largest probability below that of the label.
    [Fact]
    public async Task The_dual_focal_loss_finds_the_runner_up()
    {
        WrittenLoss loss = await WrittenLoss.Compile("""
            #pragma warning disable ADCE103 // Where classes change places, it jumps.
            public double Formula(Row x, int y)
            {
                Row p = Exp(x) / Sum(Exp(x));
                double second = 0;
                for (int j = 0; j < p.Length; j++)
                {
                    if (p[j] < p[y] && p[j] > second)
                        second = p[j];
                }
                return -Pow(1 - p[y] + second, 2) * Log(p[y]);
            }
            """, "RI");
        double[] x = [0.12111794203519821, 1.5259603261947632, -2.5443122386932373, -1.1049482822418213, -1.1718676090240479, -2.5311243534088135];
        double[] p = [.. x.Select(a => Math.Exp(a) / x.Sum(Math.Exp))];
        for (int y = 0; y < x.Length; y++)
        {
            double second = p.Where(a => a < p[y]).DefaultIfEmpty(0).Max();
            Assert.Equal(-Math.Pow(1 - p[y] + second, 2) * Math.Log(p[y]), loss.InDouble(x, y)[0], 1e-12);
        }
    }

    private static double Weight(int place) => Math.Pow(8, place);
}
