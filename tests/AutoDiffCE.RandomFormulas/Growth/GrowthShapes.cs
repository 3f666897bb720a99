namespace AutoDiffCE.RandomFormulas.Growth;

/// <summary>Twenty ways in which a formula grows.</summary>
internal static class GrowthShapes
{
    public static IReadOnlyList<GrowthShape> All { get; } =
    [
        new("log of a sum of exponentials of a number", 2, n => Scalar($"Log({Join(" + ", n, i => $"Exp({i + 1} * x)")})")),
        new("if that assigns", 4, n => Block("double v = x; " + Repeat(n, i => $"if (x > {i}.5) v = v * y + {i}; ") + "return v;")),
        new("if that returns", 4, n => Block(Repeat(n, i => $"if (x > {i}.5) return x * {i}.25 + y; ") + "return x;")),
        new("nested Max", 4, n => Scalar(Nest(n, "x", (inner, i) => $"Max({inner} * y, {i}.5 * x)"))),
        new("v = log(e^v + e^-v)", 1, n => Block("double v = x; " + Repeat(n, _ => "v = Log(Exp(v) + Exp(-v)); ") + "return v * y;")),
        new("rows v / sum(v)", 2, n => Rows("Row v = Exp(r); " + Repeat(n, _ => "v = v / Sum(v) + 0.1; ") + "return Sum(v * s);")),
        new("conditions on hyper-parameters", 2, n => Repeat(n, i => $"public bool H{i} {{ get; init; }} ")
            + Block("double v = x; " + Repeat(n, i => $"if (H{i}) v = v * y + {i}; ") + "return v;")),
        new("nested ?:", 25, n => Scalar(Nest(n, "y", (inner, i) => $"(x > {i}.5 ? {i}.25 * x : {inner})"))),
        new("factors", 50, n => Scalar(Join(" * ", n, i => $"(x + {i}.5)"))),
        new("terms", 100, n => Scalar(Join(" + ", n, i => $"x * {i}.5"))),
        new("locals in a chain", 50, n => Block("double v0 = x; " + Repeat(n, i => $"double v{i + 1} = v{i} * y + 0.5; ") + $"return v{n};")),
        new("nested exponentials", 4, n => Scalar(Nest(n, "x", (inner, _) => $"Exp(-{inner})"))),
        new("nested parentheses", 100, n => Scalar(Nest(n, "x", (inner, _) => $"({inner})"))),
        new("nested logarithms of 1 + v²", 2, n => Block("double v = x; " + Repeat(n, _ => "v = LogP1(v * v); ") + "return v * y;")),
        new("squares", 2, n => Block("double v = x - y; " + Repeat(n, _ => "v = v * v + 0.5; ") + "return v;")),
        new("nested softmax", 1, n => Rows("Row v = r; " + Repeat(n, _ => "v = Softmax(v); ") + "return Dot(v, s);")),
        new("nested Where", 4, n => Rows("Row v = r; " + Repeat(n, i => $"v = Where(r > {i}.5, v * s, v + 0.5); ") + "return Sum(v);")),
        new("elements at fixed places", 4, n => Rows("return " + Join(" + ", n, i => $"r[{i}] * s[{i}]") + ";")),
        new("sums of rows", 4, n => Rows("return " + Join(" + ", n, i => $"Sum(Exp(r * {i}.5))") + ";")),
        new("nested clamps", 4, n => Scalar(Nest(n, "x", (inner, i) => $"Clamp({inner} * y, -{i}.5, {i}.5)"))),
    ];

    // What grows with the square of its size: a row that is reduced in every pass, and selections in selections.
    private static readonly string[] steep =
    [
        "v * Softmax(v)", "v * Max(v) - v", "Softmax(v) * (1 - v)", "Min(v) - v * s", "Exp(v) / Sum(Exp(v)) - v", "XLogX(v) * v",
        "v == y || !(v > 1) ? v * v : v / y",
    ];

    private static readonly string[] numberSteps =
    [
        "(v + y) * (v - y)", "(v + 1) / (v * v + 1)", "v / (v * y)", "y / v - v", "v * v * y - v", "-v * (v - 1)",
        "Exp(v) / (Exp(v) + y)", "Exp(-v) * v", "Log(v * v + 1) + v", "Log(Exp(v) + Exp(y - v))", "LogP1(v * v) * v", "ExpM1(v) - v",
        "Sqrt(v * v + y * y) - v", "Pow(v * v + 1, v)", "XLogY(v, v * y)", "XLogX(v) * v", "Softplus(v) - v * y", "Sigmoid(v) * v",
        "Asinh(v) * v", "Atan2(v, y) - v", "Hypot(v, y) * v", "Sin(v) + Tan(v * y)", "Atan(v) / v", "Log(Cosh(v)) * v", "Cbrt(v) * Floor(v) + v",
        "Tanh(v) + v * y", "Erf(v) * v", "LogSigmoid(v) / v", "Log(Sigmoid(v) / v)", "Abs(v) * v", "Sign(v) * v", "Relu(v) - v",
        "Max(v, v * y)", "Min(v * v, v + y)", "Clamp(v, -v, v * y)", "Square(v) - v", "Cube(v) + v", "Reciprocal(v) + v",
        "v > y ? v * 2 : v + 1", "v > 0 && v < y ? v * y : -v", "v == y || !(v > 1) ? v * v : v / y", "Where(v <= y, v * 2, v / 2)",
    ];

    private static readonly string[] rowSteps =
    [
        "v * Softmax(v)", "LogSoftmax(v) + v", "v * Sum(v)", "v / (Norm(v) + v)", "v * Max(v) - v", "Min(v) - v * s", "LogSumExp(v) - v",
        "v * Mean(v) + s", "Where(v > s, v * s, v)", "Where(v < 0, 0, v) * v", "v.With(0, v[1]) * v", "v - Log(Sum(Exp(v)))", "Exp(v) / Sum(Exp(v)) - v",
        "v * Dot(v, s)", "v * v[0] + v[^1]",
    ];

    /// <summary>
    /// Ways in which one value is used twice by the next one: as a graph they grow by a few nodes each time, as a tree they double, and so does the time of
    /// whatever walks the graph as if it were a tree.
    /// </summary>
    public static IReadOnlyList<GrowthShape> Shared { get; } =
    [
        .. Chains("double v = x;", "return v * y;", Block, numberSteps),
        .. Chains("Row v = r;", "return Dot(v, s);", Rows, rowSteps),
        .. Chains("Row v = x;", "return v[k];", body => $"public double Formula(Row x, int k) {{ {body} }}", ["v * v[k]", "v - LogSumExp(v) + v[k]", "Softmax(v) * (1 - v)"]),
        .. Chains("double v = h;", "return v * x;", body => $"public double H {{ get; init; }} = 0.5; public double Formula(double x, double y) {{ double h = H; {body} }}", [
            "v * v + 0.5", "v > 0.5 ? v * h : v + h", "Max(v, v * h)", "Exp(v) / (v + 1)",
        ]),
        new("methods that call the one before twice", 6, n => "private static double F0(double v) => v; "
            + Repeat(n, i => $"private static double F{i + 1}(double v) => F{i}(v) * F{i}(v) + 0.5; ") + $"public double Formula(double x, double y) => F{n}(x) * y;"),
        new("branches in a loop over a row", 4, n => Rows("double v = 0; for (int i = 0; i < r.Length; i++) { "
            + Repeat(n, i => $"if (r[i] > {i}.5) v += s[i] * {i}.25; ") + "} return v;")),
        new("extrema in a loop over a row", 4, n => Rows("double v = 0; foreach (double x in r) { " + Repeat(n, i => $"if (x * {i} > v) v = x * {i}; ") + "} return v + Sum(s);")),
        new("rounds of a loop", 6, n => Block($"double v = x; for (int i = 0; i < {n}; i++) {{ if (x > i) v = v * y + v * i; }} return v;")),
    ];

    /// <summary>What has grown in one of these ways, read in one that looks for something in it.</summary>
    public static IReadOnlyList<GrowthShape> Read { get; } =
    [
        .. from last in (string[])["return Log(v);", "return Exp(v) * y;", "return v > y ? x : y;", "return Sqrt(v * v);"]
           from shape in Chains("double v = x;", last, Block, [.. numberSteps, "v + v - y", "y > 0 ? v : v * 2", "v - (v + y)"])
           select shape with { Name = shape.Name + "; " + last },
        .. from last in (string[])["return Log(Sum(Exp(v)));", "return Sum(Where(v > s, r, s));", "return Sum(Where(v == Index(r), r, s));", "return Softmax(v)[0];"]
           from shape in Chains("Row v = r;", last, Rows, [.. rowSteps, "v + v - s", "Where(s > 0, v, v * 2)", "v - (v + s)"])
           select shape with { Name = shape.Name + "; " + last },
        .. from last in (string[])["return n > 3 ? Sum(r) : s[0];", "return Sum(r) / n;", "return Sum(Where(Index(r) == n, r, s));"]
           from step in (string[])["n * n + 1", "n + n", "n > 5 ? n - 1 : n + 1", "(n + 2) / (n + 1)"]
           select new GrowthShape($"n = {step}; {last}", 6, n => Rows("double n = r.Length; " + Repeat(n, _ => $"n = {step}; ") + last)),
    ];

    /// <summary>One of them.</summary>
    public static GrowthShape Named(string name) => All.Concat(Shared).Concat(Read).First(shape => shape.Name == name);

    private static IEnumerable<GrowthShape> Chains(string first, string last, Func<string, string> body, IEnumerable<string> steps) => steps.Select(step =>
        new GrowthShape("v = " + step, steep.Contains(step) ? 2 : 6, n => body(first + " " + Repeat(n, _ => $"v = {step}; ") + last)));

    private static string Scalar(string value) => Block($"return {value};");

    private static string Block(string body) => $"public double Formula(double x, double y) {{ {body} }}";

    private static string Rows(string body) => $"public double Formula(Row r, Row s) {{ {body} }}";

    private static string Repeat(int n, Func<int, string> part) => Join("", n, part);

    private static string Join(string between, int n, Func<int, string> part) => string.Join(between, Enumerable.Range(0, n).Select(part));

    private static string Nest(int n, string innermost, Func<string, int, string> around) => Enumerable.Range(0, n).Aggregate(innermost, around);
}
