using AutoDiffCE.Generators.Compiler;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Formulas that are odd but right C#: each must have a kernel. A name, the parameters of the class, its members.</summary>
internal static class OddFormulas
{
    private const string TwoRows = "public double Formula(Row x, Row t)";
    private const string RowAndLabel = "public double Formula(Row x, int k)";
    private const string RowAlone = "public double Formula(Row x)";
    private const string TwoLabels = "public double Formula(Row x, int k, int m)";
    private const string TwoNumbers = "public double Formula(double p, double t)";

    /// <summary>Conditions on elements at fixed positions.</summary>
    public static readonly (string Constructor, string Members)[] FixedPositions =
    [
        ("", $"{RowAlone} => x[0] > 1 ? x[0] : x[1];"),
        ("", $"{TwoRows} => t[0] == 1 ? x[0] : 2 * x[1];"),
        ("", $"{TwoRows} => t[0] > 1 ? x[0] : Sum(x * t);"),
        ("", $"{TwoRows} => t[^1] > t[0] ? LogSumExp(x) : x[^1];"),
        ("", $"{RowAlone} => x[^1] > x[0] ? Sum(x) : x[^1];"),
        ("", $"{RowAlone} => x[0] > 1 && x[1] > 1 ? Sum(x * x) : x[0];"),
        ("", $"{RowAlone} {{ bool first = x[0] > x[1]; return first ? LogSumExp(x) : Max(x); }}"),
        ("", $"{RowAlone} => Sum(Where(x > x[0], x, x[0]));"),
        ("", $"{RowAlone} => x[x.Length - 1] * x[x.Length - 2];"),
        ("", $"{RowAlone} => x[0] == x[1] ? 0 : x[0] - x[1];"),
        ("", $"{RowAlone} => Sum(Where(Index(x) == 0, x[1] > 1 ? x : 2 * x, x));"),
        ("", $"{RowAlone} {{ if (x[0] > x[1]) return x[0]; if (x[2] > x[1]) return x[2]; return Sum(x); }}"),
        ("", $"{RowAlone} => Sum(x.With(0, x[1])) + Max(x.With(1, 5));"),
        ("", $"{RowAlone} => (x * x)[0] > (2 * x)[1] ? Softmax(x)[0] : LogSoftmax(x)[^1];"),
        ("", $"{RowAndLabel} => x[0] > 1 ? x[k] : LogSumExp(x) - x[k];"),
        ("", $"{RowAndLabel} => x[k] > x[0] ? x[k] * x[1] : -x[0];"),
        ("", "public Row Formula(Row x) => x[0] > 1 ? x : x * x[1];"),
        ("", "public Row Formula(Row x, Row t) => Where(t > t[0], x, x[0] * x);"),
    ];

    /// <summary>Conditions and numbers that hyper-parameters, captured rows and sizes decide.</summary>
    public static readonly (string Constructor, string Members)[] Captures =
    [
        ("(double h)", $"{TwoNumbers} => Abs(h) > 0.5 ? p * t : p - t;"),
        ("(double h, double g)", $"{TwoNumbers} => Log(h) + Exp(g) > 1.5 && Max(h, g) < 1 ? p * t : p - t;"),
        ("(double h, int n)", $"{TwoNumbers} => Sqrt(h * n) > 1 || h > t ? p * t : p - t;"),
        ("(bool a, bool b)", $"{TwoNumbers} => a && !b || t > 1 ? p * t : p - t;"),
        ("(bool a, bool b)", $"{TwoNumbers} => a == b ? p * t : p - t;"),
        ("(bool a)", $"{TwoNumbers} {{ bool c = a ? p > t : t > 1; return c ? p * p : t * p; }}"),
        ("(double a, double b, double c, double d)", $"{TwoNumbers} => (a > 1 ? p : t) * (b > 1 ? p : 2) + (c > 1 ? p : 3) * (d > 1 ? p * p : p);"),
        ("(Row w)", $"{RowAlone} => w[0] > 1 ? x[0] : x[1];"),
        ("(double[] w)", $"{RowAlone} => w[0] > w[1] ? Sum(x * x) : x[1];"),
        ("(Row w)", $"{RowAlone} => w[^1] / x.Length * x[0];"),
        ("(double[] w)", $"{RowAlone} => w[^1] * x[^1] / x.Length - w[0] * x[0] + w[x.Length - 2] * x[1];"),
        ("(Row w)", $"{RowAlone} => Sum(Where(w > 1, x, 0)) + Sum(Where(w > w[0], x, 1));"),
        ("(Row w, double h)", $"{RowAlone} => Sum(Where(Abs(w - 1) > h / 4 & x > 1, x * x, -x));"),
        ("(Row w)", $"{RowAlone} => Sum(w) > w.Length ? Sum(x) : Dot(w, x);"),
        ("(Row w)", $"{RowAlone} => Sum(x * w / Sum(w)) + Max(w) * x[0] - Min(w) * x[1] + Norm(w) * x[2] + LogSumExp(w) * x[0];"),
        ("(Row w, Row v)", $"{RowAlone} => Sum(x * (Log(w) - v * v)) + Sum(x * (1 + Pow(w, v)));"),
        ("(Row w)", $"{RowAndLabel} => w[k] > 1 ? x[k] : x[0];"),
        ("(Row w)", $"{RowAndLabel} => -(Log(w[k]) - w[k] * w[k]) * x[k];"),
        ("(double beta, Row counts)", $"{RowAndLabel} => (1 - beta) / (1 - Pow(beta, 1 + counts[k])) * (LogSumExp(x) - x[k]);"),
        ("(double beta)", $"{RowAlone} => Sum(x * Pow(beta, Index(x)));"),
        ("(Row w)", $"{RowAlone} => Sum(Where(Index(x) < 2 & w > 1, x, 0));"),
        ("(int n)", $"{RowAlone} => Sum(Where(Index(x) == n, x, 0)) + Sum(Where(Index(x) < n, x * x, 0));"),
        ("(double[] w)", $"{RowAndLabel} => Sum(x, (a, i) => Sum(x, (b, j) => (w[i] - w[j]) * a * b)) + x[k] * w[k];"),
        ("(Row w)", $"{RowAlone} => Sum(x, (a, i) => Sum(x, (b, j) => w[i] * w[i] > w[j] ? a - b : a * b));"),
        ("(Row w)", $"{RowAlone} => Sum(x, (a, i) => a * Sum(w, (b, j) => Abs(w[i] - b)));"),
        ("(Row w)", $"{RowAlone} => x[0] * Sum(w, (a, i) => Sum(w, (b, j) => Exp(-Abs(a - b))));"),
        ("(Row w)", $"{RowAlone} => Sum(x * Softmax(w)) - Sum(x * LogSoftmax(w * w));"),
        ("(Row w)", $"{RowAndLabel} => Sum(x * (w - w[k])) * Exp(-w[k] * w[k]);"),
        ("(double h)", $"{TwoNumbers} => Clamp(h, 0.5, 1.5) * p + Relu(h - 1) * t * p + Sigmoid(h) * Sign(h - 1) * p;"),
        ("(double h)", $"{TwoNumbers} => p * -h * -(-h) - -h;"),
        ("", $"{TwoNumbers} => 1 < 2 && p > 1 ? p : t * p;"),
        ("", $"{TwoNumbers} => Log(2) > 0.5 ? p : t * p;"),
        ("(Row w)", "public Row Formula(Row x) => Where(w > 1, x, Log(w) * x) + w[0] * w;"),
        ("(Row w)", $"{RowAlone} => Sum(Weighted(x, w)) + Sum(Weighted(x * x, w) * w);"),
        ("(Row w)", $"{RowAlone} => Count(w > 1) * x[0] + Count(w > w[1] & w < 1.9) * x[1];"),
        ("(Row w)", $"{RowAlone} => Sum(w.With(0, 3) * x) + w.With(1, 2)[1] * x[0];"),
        ("(Row w)", $"{RowAndLabel} => Sum(w.With(k, 3) * x) + (w * w).With(k, 2)[1] * x[0];"),
    ];

    /// <summary>Labels that meet constants, sizes, positions and each other.</summary>
    public static readonly (string Constructor, string Members)[] Labels =
    [
        ("", $"{RowAndLabel} => k == 0 ? x[0] : x[k] * x[1];"),
        ("", $"{RowAndLabel} => k == x.Length - 1 ? x[k] : x[k] - x[0];"),
        ("", $"{RowAndLabel} => k == x.Length ? 1 : LogSumExp(x) - x[k];"),
        ("", $"{RowAndLabel} => k < 1 ? x[k] : Sum(x);"),
        ("", $"{RowAndLabel} => k >= x.Length - 1 ? x[k] : Sum(x) * x[k];"),
        ("", $"{RowAndLabel} => k != 1 && x[k] > 1 ? x[k] : x[0];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) == k - 1, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) == k + 1, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) < k, x, 0)) + x[k] * x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) + k == 3, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) + 1 == x.Length, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Dot(Softmax(x), Abs(Index(x) - k)) + x[k];"),
        ("", $"{TwoLabels} => k == m ? x[k] : x[k] - x[m];"),
        ("", $"{TwoLabels} => Sum(Where(Index(x) == k | Index(x) == m, x, 0)) + x[k] * x[m];"),
        ("", $"{TwoLabels} => k < m ? x[k] : x[m] * x[k];"),
        ("", $"{TwoLabels} => LogSumExp(Where(Index(x) != m, x, double.NegativeInfinity)) - (k == m ? 0 : x[k]);"),
        ("", $"{TwoLabels} => Sum(x.With(k, x[m])) + Max(x.With(m, x[k]));"),
        ("(Row w)", $"{TwoLabels} => w[k] * x[m] + w[m] * w[m] * x[k] + w[k] * w[m] * x[0];"),
        ("", "public double Formula(double p, int n) => n == 1 ? p : p * n;"),
        ("", "public double Formula(double p, int n, int m) => n == m ? p : p * (n - m);"),
        ("", "public double Formula(double p, int n) => n > 1 && n <= 3 ? p * p : p;"),
        ("(Row cuts)", """
            public double Formula(Row score, int label)
            {
                double upper = Sum(Where(Index(cuts) == label, Sigmoid(0.01 * cuts + 0.3 * Index(cuts) - score[0]), 0)) + (label == cuts.Length ? 1 : 0);
                double lower = Sum(Where(Index(cuts) == label - 1, Sigmoid(0.01 * cuts + 0.3 * Index(cuts) - score[0]), 0));
                return -Log(upper - lower);
            }
            """),
    ];

    /// <summary>Masks, truths as locals, conditions inside of sums, numbers that are none.</summary>
    public static readonly (string Constructor, string Members)[] Truths =
    [
        ("", $"{TwoNumbers} {{ bool high = p > t; bool low = p < 0.5; return high && !low ? p * p : low ? t : p; }}"),
        ("", $"{TwoNumbers} {{ bool same = (p > 1) == (t > 1); return same ? p : -p; }}"),
        ("", $"{TwoNumbers} {{ bool other = p > 1 ^ t > 1; return other ? p : -p; }}"),
        ("", "public double Formula(Row x, double t) => Sum(Where(x > t, x, t > 1 ? x * x : -x));"),
        ("", "public double Formula(Row x, double t) => t > 1 ? Sum(Where(x < t, x * x, 0)) : LogSumExp(x);"),
        ("", "public double Formula(Row x, Row t, double s) => Sum(Where(x > t & t > s | !(x < 1), x * t, s));"),
        ("", $"{RowAlone} {{ RowMask high = x > Mean(x); return Count(high) * Sum(Where(high, x, 0)); }}"),
        ("", $"{TwoRows} {{ RowMask high = x > t; RowMask low = high ^ x < 1; return Sum(Where(low, x, t)) + Sum(Where(!low, x * x, 0)); }}"),
        ("", $"{TwoRows} => Sum(x, (a, i) => t[i] > 1 ? Sum(x, (b, j) => t[j] < t[i] && b > 0.3 ? a - b : 0) : a);"),
        ("", $"{TwoRows} => Sum(x, (a, i) => Sum(x, (b, j) => i == j ? 0 : i < j ? a * b : t[j]));"),
        ("", $"{RowAndLabel} => Sum(x, (a, i) => i == k ? 0 : Relu(1 - x[k] + a));"),
        ("", $"{RowAndLabel} => Sum(x, (a, i) => Sum(x, (b, j) => j == k && i != k ? Relu(a - b) : 0)) + x[k];"),
        ("", $"{RowAlone} => Sum(x, (a, i) => i == 0 ? a : i == x.Length - 1 ? 2 * a : a * a);"),
        ("", $"{RowAlone} {{ Row y = x; if (x[0] > 1) y = x * x; else y = 2 * x; return Sum(y); }}"),
        ("", $"{RowAlone} {{ Row y; if (x[0] > 1) {{ y = x * x; }} else {{ y = -x; }} return Sum(y) + y[0]; }}"),
        ("", $"{RowAlone} {{ double s = 0; if (Max(x) > 1.5) {{ s += x[0]; }} s -= x[1]; return s; }}"),
        ("", "public double Formula(double p, double t, double s, Row x) => p * t + s * Sum(x);"),
        ("", "public Row Formula(Row x, Row a, Row b, double c) => x * a + b * c;"),
        ("", "public Row Formula(Row x, Row a, Row b, Row c) => x * a + b * c;"),
        ("", "public Row Formula([Differentiable] Row x, [Differentiable] Row a, [Differentiable] double b, [Differentiable] Row c) => x * a + b * c;"),
        ("", "public Row Formula(Row x, double a, double b, double c, int n) => x * a + b * c * n;"),
    ];

    /// <summary>All of these at once.</summary>
    public static readonly (string Constructor, string Members)[] Mixed =
    [
        ("", $"{RowAndLabel} => k == 0 | x[k] > 1 ? x[0] : x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) == x.Length - 1 - k, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) * 2 == k, x, 0)) + x[k];"),
        ("", $"{RowAndLabel} => Sum(Where(Index(x) > k & Index(x) < k + 3, x, 0)) + x[k];"),
        ("", "public double Formula(Row x, Row t, int k) => t[k] > 1 ? x[k] : Sum(x * t);"),
        ("", $"{TwoRows} => Dot(x, t) / (1 + Count(t > 0.5)) + (Count(t > t[0]) < x.Length / 2.0 ? 1 : x[0]);"),
        ("", $"{RowAlone} => Sum(x, (a, i) => {{ if (i == 0) return a; double s = Sum(x, (b, j) => j < i ? b : 0); return s * a; }});"),
        ("", $"{RowAlone} => Norm(x - x[0]) + LogSumExp(x.With(0, x[1])) - Min(x.With(1, x[0]));"),
        ("", $"{TwoLabels} => k == m ? LogSumExp(x) - x[k] : Relu(x[m] - x[k]);"),
        ("", $"{TwoLabels} => (k - m) * (k - m) * x[0] + x[k] - x[m];"),
        ("", $"{RowAndLabel} => Abs(k - 1) * x[0] + Min(k, 2) * x[1] + Pow(0.5, k) * x[k];"),
        ("(bool f)", $"{RowAndLabel} => (f ? k == 0 : k == 1) ? x[k] : x[0];"),
        ("(bool f, double h)", $"{RowAndLabel} => f && h > x[0] || !f && h < x[k] ? x[k] : x[0];"),
        ("(bool f)", $"{RowAlone} {{ Row y = f ? x : -x; RowMask m = f ? y > 1 : y < -1; return Sum(Where(m, y, 0)); }}"),
        ("(Row w, bool f)", $"{RowAlone} {{ Row y = f ? w : w * w; return Dot(x, y) + (f ? w[0] : w[^1]) * x[0]; }}"),
        ("(double[] w, double[] v)", $"{RowAndLabel} => w[k] / (w[k] + v[k]) * x[k] + (w[k] > v[k] ? 1 : x[0]) + w.Length * x[1];"),
        ("(Row rows, double computed)", $"{RowAlone} {{ Row i = rows * rows; Row j = Log(rows); return Sum(x * (i + j)) + computed * x[0]; }}"),
        ("(Row w)", $"{RowAndLabel} => x[0] * Sum(Where(Index(w) != k, w, 0)) + x[1] * Max(Where(Index(w) != k, w * w, 0));"),
        ("(Row w)", $"{RowAndLabel} => x[0] * LogSumExp(w.With(k, 0)) + x[1] * Softmax(w)[k] + x[2] * Norm(w - w[k] - 1);"),
        ("(double h)", $"{RowAndLabel} => Min((Index(x) * h).With(k, Dot(x.With(k, LogSigmoid(h)), x - x - x)));"),
        ("(Row w)", $"{RowAndLabel} => x[0] * Sum(w, (a, i) => Abs(a - w[k]) * Exp(a)) + x[k] * Sum(w, (a, i) => i == k ? 0 : a);"),
    ];
}
