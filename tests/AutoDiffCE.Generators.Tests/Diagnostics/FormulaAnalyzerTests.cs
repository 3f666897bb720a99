using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// What is wrong with a formula and its signature: the id, the message, the text under the squiggle, and that nothing else is reported.
public class FormulaAnalyzerTests
{
    [Theory]
    [InlineData("int k", "k", "at least one double or Row", "none")]
    [InlineData("double a, double b, double c, double d, double e", "a", "at most 4 of double and Row", "5")]
    [InlineData("double a, int b, int c, int d", "a", "at most 2 of int", "3")]
    public Task Too_few_or_too_many_parameters_are_reported(string parameters, string value, string wanted, string found) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}",
        new ReportedDiagnostic("ADCE006", $"A formula takes {wanted}, but this one takes {found}", "Formula"));

    [Theory]
    [InlineData("k * Sum(x)")]
    [InlineData("Abs(Dot(Softmax(x), Index(x)) - k)")]
    public Task An_integer_beside_a_row_that_is_no_label_is_mentioned(string value) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula(Row x, int k) => {value}; }}",
        new ReportedDiagnostic(
            "ADCE104",
            "'k' is no label, since nothing in the formula says that it is a class of the row: the loss has no class weights, label smoothing and ignored label; "
                + "mark it [Label] if it is one",
            "k"));

    [Theory]
    [InlineData("Row x, [Label] int k", "k * Sum(x)")]
    [InlineData("Row x, [Label(ExtraClasses = 1)] int k", "Sum(Where(Index(x) < k, x, 0))")]
    [InlineData("Row x, int k", "Dot(x, Abs(Index(x) - k))")]
    [InlineData("Row x, int k, double t", "k * t * Sum(x)")]
    [InlineData("double x, int k", "k * x")]
    public Task Nothing_is_said_of_an_integer_that_is_a_label_or_could_not_be_one(string parameters, string value) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}");

    [Theory]
    [InlineData("Row x, [Label] double k", "k * Sum(x)", "k", "it is not an int")]
    [InlineData("double x, [Label] int k", "k * x", "k", "the formula takes no row whose classes it could be one of")]
    [InlineData("Row x, [Label(ExtraClasses = -1)] int k", "x[k]", "k", "ExtraClasses is -1, but a label has from 0 to 8 classes beyond those of the row")]
    [InlineData("Row x, [Label(ExtraClasses = 9)] int k", "k * x[0]", "k", "ExtraClasses is 9, but a label has from 0 to 8 classes beyond those of the row")]
    [InlineData("Row x, [Label(ExtraClasses = 1)] int k", "x[k]", "k", Beyond)]
    [InlineData("Row x, [Label(ExtraClasses = 1)] int k", "Sum(x.With(k, 0))", "k", Beyond)]
    [InlineData("Row x, [Label(ExtraClasses = 1)] int k", "Dot(x, OneHot(k, x.Length))", "k", Beyond)]
    public Task A_label_that_cannot_be_one_is_reported(string parameters, string value, string text, string fault) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}",
        new ReportedDiagnostic("ADCE021", $"[Label] cannot mark 'k': {fault}", text));

    private const string Beyond = "the formula indexes a row by it, which has no element for the extra classes";

    [Theory]
    [InlineData("x.Length")]
    [InlineData("x.Length + 1")]
    [InlineData("x.Length - 0")]
    [InlineData("x.Length + x.Length - 1")]
    [InlineData("1 - x.Length")]
    [InlineData("2 - 3")]
    public Task A_position_outside_every_row_or_some_is_reported(string index) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula(Row x) => x[{index}]; }}",
        new ReportedDiagnostic("ADCE013", $"'{index}' is no index of every row; index it by a label, a constant, a position from its end, or a whole number that is computed of them", index));

    [Theory]
    [InlineData("double x, double t", "x * 0.5f", "0.5f")]
    [InlineData("double x, double t", "(float)x * t", "(float)x")]
    [InlineData("double x, double t", "x * MathF.Exp(1)", "MathF.Exp(1)")]
    public Task Single_precision_is_reported(string parameters, string value, string text) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}",
        new ReportedDiagnostic("ADCE007", $"'{text}' is float, but a formula is written in double, which stands for the real numbers", text));

    [Fact]
    public Task A_single_precision_parameter_is_reported_once_at_its_type() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x, float t) => x * t + t; }",
        new ReportedDiagnostic("ADCE007", "'t' is float, but a formula is written in double, which stands for the real numbers", "float"));

    [Fact]
    public Task A_single_precision_local_is_reported_once() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x) { float y = 1; y += 1; return x * y; } }",
        new ReportedDiagnostic("ADCE007", "'y' is float, but a formula is written in double, which stands for the real numbers", "y"));

    [Fact]
    public Task A_constant_in_single_precision_is_reported_beside_a_hyper_parameter_too() => AssertReported(
        "[Loss] public partial class Sample(float scale) { public double Formula(double x, double t) => x * (scale * 0.1f) + scale; }",
        new ReportedDiagnostic("ADCE007", "'scale * 0.1f' is float, but a formula is written in double, which stands for the real numbers", "scale * 0.1f"));

    [Theory]
    [InlineData("x * (1 / 2)", "1 / 2")]
    [InlineData("x * (k / 2)", "k / 2")]
    [InlineData("x * (order / 2)", "order / 2")]
    [InlineData("x * (order > 1 ? order / 2 : order)", "order / 2")]
    public Task A_division_of_integers_is_reported(string value, string text) => AssertReported(
        $"[Loss] public partial class Sample(int order) {{ public double Formula(double x, int k) => {value} + order; }}",
        new ReportedDiagnostic("ADCE008", $"'{text}' divides integers and drops the fraction; write one of them as a double, as in 1.0/2", text));

    [Fact]
    public Task A_compound_division_of_integers_is_reported() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x, int k) { k /= 2; return x * k; } }",
        new ReportedDiagnostic("ADCE008", "'k /= 2' divides integers and drops the fraction; write one of them as a double, as in 1.0/2", "k /= 2"));

    private const string InsteadOfLoops = "; a loop runs a constant number of rounds, or over the elements of a row";

    [Theory]
    [InlineData("while (x[0] > 1) { } return x[0];", "a loop whose end, 'x[0] > 1', depends on the inputs" + InsteadOfLoops, "x[0] > 1")]
    [InlineData("for (int i = 0; i >= 0; i++) { } return x[0];", "a loop of more than 1000 rounds" + InsteadOfLoops, "for")]
    [InlineData("for (int i = 0; i < x.Length; i += 2) { } return x[0];", "a loop whose counter does not go up or down by one to an end" + InsteadOfLoops, "for")]
    [InlineData("for (int i = 0; i <= x.Length; i++) { } return x[0];", OutsideRow + InsteadOfLoops + OtherEnds, "x.Length")]
    [InlineData("for (int i = k - 1; i < x.Length; i++) { } return x[0];", OutsideRow + InsteadOfLoops + OtherEnds, "x.Length")]
    [InlineData("for (int i = 0; i < x.Length; i++) i++; return x[0];", "a loop that assigns to its own counter", "for")]
    [InlineData("int n = 3; for (int i = k; i < n; i++) n--; return x[0];", "a loop whose end it changes itself", "n")]
    [InlineData("foreach (double v in x) if (v > 0) return v; return x[0];", "a loop over a row that 'break' or 'return' ends", "foreach")]
    [InlineData("double s = x[0]; foreach (double v in x) s = s * v + 1; return s;", "a loop that carries 's'" + NoReduction, "foreach")]
    [InlineData("double s = 0, r = 0; foreach (double v in x) { s += r; r += s; } return s;", "a loop that carries 'r'" + NoReduction, "foreach")]
    [InlineData("double s = 0; foreach (double v in x) s = StopGradient(s) + v; return s;", "a loop that carries 's'" + NoReduction, "foreach")]
    [InlineData("double s = 0; foreach (double v in x) s += StopGradient(s) * v; return s;", "a loop that carries 's'" + NoReduction, "foreach")]
    [InlineData("double s = 0; foreach (double v in x) if (v > StopGradient(s)) s = v; return s;", "a loop that carries 's'" + NoReduction, "foreach")]
    [InlineData("double last = 0; foreach (double v in x) if (v > 0) last = v; return last;", "a loop that carries 'last'" + NoReduction, "foreach")]
    [InlineData("foreach (int n in new int[3]) { } return x[0];", "a loop over 'new int[3]'" + InsteadOfLoops, "foreach")]
    [InlineData("try { return x[0]; } finally { }", "'try'", "try")]
    [InlineData("return x[0] is double.NaN ? x[0] : x[1];", "the pattern 'double.NaN'", "double.NaN")]
    [InlineData("return new Random(1).Next() * x[0];", null, "Next")]
    [InlineData("if (k > 1) throw new Exception(); return x[0];", "'throw'", "throw")]
    [InlineData("if (k > 1) return x[0]; throw new Exception();", "'throw'", "throw")]
    [InlineData("double y; return (y = x[0]) + y;", "an assignment inside an expression", "y = x[0]")]
    [InlineData("return x[0] + (int)x[1];", "a conversion from 'double' to 'int'", "(int)x[1]")]
    [InlineData("Row y = [1, 2]; return Dot(x, y);", "a new array or row", "[1, 2]")]
    [InlineData("Row y = new double[] { 1, 2 }; return Dot(x, y);", "a new array or row", "new double[] { 1, 2 }")]
    [InlineData("return x[0] * new Random(1).NextDouble();", null, "NextDouble")]
    [InlineData("long n = 3; n += 1; return x[0] * n;", "a local of type 'long'", "n")]
    [InlineData("string text = k.ToString(); return x[0] * text.Length;", "a local of type 'string'", "text")]
    [InlineData("return x[0] * 3L;", "a value of type 'long'", "3L")]
    [InlineData("return x[0] * (long)k;", "a conversion from 'int' to 'long'", "(long)k")]
    [InlineData("return x[0] * (k % 2);", "the operator of 'k % 2'", "k % 2")]
    [InlineData("return x[0] * (k << 2);", "the operator of 'k << 2'", "k << 2")]
    [InlineData("double y = 0; return Sum(x, v => { y += v; return v * y; });", "an assignment to anything but its own locals and parameters", "y += v")]
    [InlineData("return Sum(x, v => { k = 1; return v; });", "an assignment to anything but its own locals and parameters", "k = 1")]
    [InlineData(
        "return Sum(x, a => Sum(x, b => Sum(x, c => Sum(x, d => Sum(x, e => Sum(x, f => Sum(x, g => a * b * c * d * e * f * g)))))));",
        "a lambda or a delegate",
        "g => a * b * c * d * e * f * g")]
    [InlineData(
        "foreach (double a in x) foreach (double b in x) foreach (double c in x) foreach (double d in x) foreach (double e in x) foreach (double f in x) "
            + "foreach (double g in x) { } return x[0];",
        "a loop over a row within 6 others",
        "foreach")]
    [InlineData("return Sum(x, Math.BitIncrement);", "a lambda or a delegate", "Math.BitIncrement")]
    [InlineData("scale = 3; return x[0];", "an assignment to anything but its own locals and parameters", "scale = 3")]
    public Task A_construct_that_formulas_do_not_have_is_reported(string body, string? construct, string text) => AssertReported(
        $"[Loss] public partial class Sample {{ private double scale = 2; public double Get() => scale; public double Formula(Row x, int k) {{ {body} }} }}",
        construct is null
            ? new ReportedDiagnostic("ADCE010", CallMessage(text), text)
            : new ReportedDiagnostic("ADCE009", $"A formula cannot use {construct}", text));

    [Theory]
    [InlineData("public double F(double v) => v > 0 ? F(v - 1) : v;", "F", "F", ", which calls itself (F → F)")]
    [InlineData("private double F(double v) => G(v); private double G(double v) => F(v);", "F", "F", ", which calls itself (F → G → F)")]
    [InlineData("private double F(double v) { double G(double w) => F(w); return G(v); }", "F", "F", ", which calls itself (F → G → F)")]
    [InlineData("private double F(double v) => Sum(values, w => F(v)); private readonly Row values = new double[2];", "F", "F", ", which calls itself (F → lambda → F)")]
    [InlineData("private double F(double v) => new P().A * v; private class P { public double A => B; private double B => A; }", "A", "A", ", which calls itself (A → B → A)")]
    [InlineData("public virtual double F(double v) => v;", "F", "F", ", which a derived class can override")]
    [InlineData("private T F<T>(T v) => v;", "F", "F", ", which is generic")]
    [InlineData("private static double F(in double v, params double[] more) => v;", "F", "F", ", whose parameter 'more' is 'params'")]
    public Task A_method_that_cannot_be_read_in_place_of_its_call_is_reported(string members, string name, string text, string reason) => AssertReported(
        $"[Loss] public partial class Sample {{ {members} public double Formula(double x) => F(x); }}",
        new ReportedDiagnostic("ADCE010", CallMessage(name + "'" + reason).Replace("';", ";", StringComparison.Ordinal), text));

    [Fact]
    public async Task A_switch_expression_that_may_fit_no_arm_is_reported() => Assert.Contains(
        new ReportedDiagnostic("ADCE009", "A formula cannot use a switch expression that may fit no arm; give it a last arm '_ => …'", "x switch { > 1 => x, < 0 => 1 }"),
        await GeneratorRunner.AnalyzeAsync(Source("[Loss] public partial class Sample { public double Formula(double x) => x switch { > 1 => x, < 0 => 1 }; }")));

    [Fact]
    public Task What_is_wrong_in_a_method_is_reported_there() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x) => Half(x) + Half(1); private static double Half(double v) => v * 0.5f; }",
        new ReportedDiagnostic("ADCE007", "'0.5f' is float, but a formula is written in double, which stands for the real numbers", "0.5f"));

    [Fact]
    public Task An_object_that_is_made_elsewhere_is_reported() => AssertReported(
        """
        public class Scaled(double factor) { public double Of(double v) => v * factor; }
        [Loss] public partial class Sample(Scaled scaled) { public double Formula(double x) => scaled.Of(x); }
        """,
        new ReportedDiagnostic(
            "ADCE009",
            "A formula cannot use the object 'scaled', which is not made where it can be seen; call methods of new objects, or of fields that are initialized with one",
            "scaled"));

    private const string NoReduction = " from one round to the next otherwise than as a sum, a maximum or a minimum";

    private const string OutsideRow = "a loop that may leave the row";

    private const string OtherEnds = ", between numbers, labels, the counter of a loop around it and the length";

    [Fact]
    public Task A_formula_that_only_throws_is_reported() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x) => throw new Exception(); }",
        new ReportedDiagnostic("ADCE009", "A formula cannot use 'throw'", "throw new Exception()"));

    [Theory]
    [InlineData("Math.BitIncrement(x)", "BitIncrement")]
    [InlineData("OneHot(1, 3)[0] * x", "OneHot")]
    [InlineData("double.SinPi(x)", "SinPi")]
    [InlineData("x.GetHashCode() + x", "GetHashCode")]
    public Task A_call_of_an_unknown_method_is_reported(string value, string name) => AssertReported(
        $"[Loss] public partial class Sample(Row values) {{ public double Formula(double x) => {value} + values[0]; private static double Half(double v) => v / 2; }}",
        new ReportedDiagnostic("ADCE010", CallMessage(name), name));

    [Theory]
    [InlineData("public double Scale { get; set; }", "Scale", "get-only or init")]
    [InlineData("public double scale;", "scale", "readonly")]
    public Task A_hyper_parameter_that_can_change_is_reported_once(string member, string name, string remedy) => AssertReported(
        $"[Loss] public partial class Sample {{ {member} public double Formula(double x) => x * {name} + {name}; }}",
        new ReportedDiagnostic("ADCE011", $"'{name}' can change after the loss was made; make it {remedy}", name));

    [Theory]
    [InlineData("public long[] Scales { get; init; } = [];", "x * (x > 1 ? Scales : Scales)[0]", "Scales", "Scales", "its type is 'long[]', not double, int, bool, an enumeration, Row or double[]")]
    [InlineData("private static readonly Uri home = new(\"a:b\");", "x * (x > 1 ? home : home).Port", "home", "home", "its type is 'Uri', not double, int, bool, an enumeration, Row or double[]")]
    public Task A_capture_of_anything_else_is_reported(string member, string value, string name, string text, string reason) => AssertReported(
        $"[Loss] public partial class Sample {{ {member} public double Formula(double x) => {value}; }}",
        new ReportedDiagnostic("ADCE012", $"A formula cannot capture '{name}': {reason}", text));

    // It does not exist when the formula is read: C# stumbles over it then, and not in the end.
    [Theory]
    [InlineData("x[k] * LabelSmoothing", "LabelSmoothing")]
    [InlineData("x[k] * this.ClassWeights[k]", "ClassWeights")]
    [InlineData("x[k] * Value([1.0], [0])", "Value")]
    [InlineData("x[k] * base.IgnoreIndex", "IgnoreIndex")]
    [InlineData("x[k] * new Sample().EmptyMean", "EmptyMean")]
    public async Task A_member_of_the_generated_part_is_reported(string value, string name)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(Source($"[Loss] public partial class Sample {{ public double Formula(Row x, int k) => {value}; }}"));

        Assert.Equal(
            new ReportedDiagnostic("ADCE012", $"A formula cannot capture '{name}': it belongs to the generated part of a loss", name),
            Assert.Single(run.Diagnostics));
    }

    [Theory]
    [InlineData("x[-1]", "-1")]
    [InlineData("x[^0]", "^0")]
    [InlineData("x.With(k - 1, 0)[k]", "k - 1")]
    [InlineData("((x > 0)[k - 1] ? 1 : 2) * x[k]", "k - 1")]
    public Task An_index_that_the_compiler_cannot_follow_is_reported(string value, string text) => AssertReported(
        $"[Loss] public partial class Sample(int order) {{ public double Formula(Row x, int k) => order * {value}; }}",
        new ReportedDiagnostic("ADCE013", $"'{text}' is no index of every row; index it by a label, a constant, a position from its end, or a whole number that is computed of them", text));

    [Theory]
    [InlineData("Row x, double t", "t * x.Length", "x")]
    [InlineData("double x, double t", "t", "x")]
    [InlineData("[Differentiable] double x, [Differentiable] double t", "x", "t")]
    public Task An_input_that_does_not_matter_is_reported(string parameters, string value, string name) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}",
        new ReportedDiagnostic("ADCE014", $"The formula does not depend on '{name}', so it has no gradient with respect to it", name));

    [Fact]
    public Task A_differentiable_integer_is_reported() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x, [Differentiable] int k) => x * k; }",
        new ReportedDiagnostic("ADCE015", "[Differentiable] cannot mark 'k': an integer has no derivative", "k"));

    [Fact]
    public Task Every_problem_is_reported_at_once() => AssertReported(
        "[Loss] public partial class Sample { public double Formula(double x, int k) => Math.BitIncrement(0.5f * x) + k / 2; }",
        new ReportedDiagnostic("ADCE007", "'0.5f' is float, but a formula is written in double, which stands for the real numbers", "0.5f"),
        new ReportedDiagnostic("ADCE008", "'k / 2' divides integers and drops the fraction; write one of them as a double, as in 1.0/2", "k / 2"));

    [Theory]
    [InlineData("public double Formula(double x) => x * unknown + Math.BitIncrement(x);", "CS0103")]
    [InlineData("public double Formula(double x) => x * ;", "CS1525")]
    [InlineData("public double Formula(Unknown x) => 1;", "CS0246")]
    [InlineData("public double Formula(double x) { if (x > 1) return x; }", "CS0161")]
    [InlineData("public double Formula(double x) { double y; return x * y; }", "CS0165")]
    [InlineData("public double Formula(Row x) => x;", "CS0029")]
    public async Task Where_csharp_reports_an_error_nothing_is_added(string member, string id)
    {
        IEnumerable<string> ids = (await GeneratorRunner.AnalyzeAsync(Source($"[Loss] public partial class Sample {{ {member} }}")))
            .Select(diagnostic => diagnostic.Id);

        Assert.Equal([id], ids);
    }

    [Fact]
    public Task Neither_a_pragma_nor_a_suppression_hides_an_error() => AssertReported(
        """
        #pragma warning disable
        #pragma warning disable ADCE010
        [Loss]
        [System.Diagnostics.CodeAnalysis.SuppressMessage("AutoDiffCE", "ADCE010")]
        public partial class Sample
        {
            public double Formula(double x) => Math.BitIncrement(x);
        }
        """,
        new ReportedDiagnostic("ADCE010", CallMessage("BitIncrement"), "BitIncrement"));

    private static string CallMessage(string name) =>
        $"A formula cannot call '{name}'; it calls the functions of LossMath, their equals in Math and double, and methods written in this project";

    private static string Source(string declaration) => GeneratorRunner.Header + declaration;

    private static async Task AssertReported(string declaration, params ReportedDiagnostic[] expected) =>
        Assert.Equal(expected, await GeneratorRunner.AnalyzeAsync(Source(declaration)));
}
