using System.Reflection;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>What depends on hyper-parameters alone may be any C#.</summary>
public class CSharpExpressionTests
{
    private const string Usings = "#pragma warning disable CS9113 // Parameters that a formula does not use.\nusing System.Collections.Generic;\nusing System.Linq;\nusing Numbers = System.Collections.Generic.List<double>;\n";

    private const string Parameters = "(double[] weights, IReadOnlyList<double> list, ReadOnlyMemory<double> memory, double? tau, double? none, "
        + "double[,] table, string mode, float gamma, long count, int order, Kind kind, Settings settings, decimal money)";

    private const string Arguments = "([3, 1, 2], [4, 0.5], new double[] { 7, 8 }, 0.25, null, new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, \"huber\", "
        + "0.5f, 3, 5, Kind.Second, new(1.5), 2.25m)";

    private const string Members = """
        public double Factor { get; init; } = 2;
        private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);
        private double Chosen(string name) { switch (name) { case "huber": return Factor; default: throw new ArgumentException(name); } }
        private static double Search(double[] values) { int i = 0; while (values[i] > 1.5) i++; return i; }
        private static T Generic<T>(T value) => value;
        """;

    private const string Types = "} public enum Kind { First, Second } public class Settings(double scale) { public double Scale { get; } = scale; } "
        + "public class Other { public double Of(double[] values) => values is [var first, ..] ? first : 0;";

    [Theory]
    [InlineData("weights.Sum()", 6)]
    [InlineData("weights.Max()", 3)]
    [InlineData("weights.Select(w => w * w * order).Sum()", 70)]
    [InlineData("(from w in weights where w > 1.5 orderby w select w).First()", 2)]
    [InlineData("weights.Length * 2", 6)]
    [InlineData("weights[0]", 3)]
    [InlineData("weights[^1]", 2)]
    [InlineData("weights[order % 3]", 2)]
    [InlineData("weights.OrderBy(w => w).ToArray()[weights.Length / 2]", 2)]
    [InlineData("Sum(weights.Where(w => w > 1.5).ToArray())", 5)]
    [InlineData("list[1]", 0.5)]
    [InlineData("list.Count", 2)]
    [InlineData("memory.Span[0]", 7)]
    [InlineData("table[1, 2]", 6)]
    [InlineData("table.GetLength(1)", 3)]
    [InlineData("(tau is null ? 1.0 : tau.Value)", 0.25)]
    [InlineData("(none is null ? 1.0 : none.Value)", 1)]
    [InlineData("(none ?? tau ?? 1.0)", 0.25)]
    [InlineData("(tau is { } v ? 2 * v : 1)", 0.5)]
    [InlineData("(mode == \"huber\" ? 2 : 1)", 2)]
    [InlineData("mode switch { \"huber\" => 2.5, _ => 1 }", 2.5)]
    [InlineData("gamma", 0.5)]
    [InlineData("count", 3)]
    [InlineData("(gamma * count)", 1.5)]
    [InlineData("(double)money", 2.25)]
    [InlineData("(int)Factor", 2)]
    [InlineData("settings.Scale", 1.5)]
    [InlineData("Power(Factor, order)", 32)]
    [InlineData("Chosen(mode)", 2)]
    [InlineData("Search(weights)", 1)]
    [InlineData("new Other().Of(weights)", 3)]
    [InlineData("Generic(Factor)", 2)]
    [InlineData("Math.ScaleB(Factor, order)", 64)]
    [InlineData("new Numbers { Factor, 3 }.Sum()", 5)]
    [InlineData("new Random(order).Next(7, 8)", 7)]
    [InlineData("unchecked((byte)(order + 253))", 2)]
    [InlineData("(\"\"\"\n   a\n   b\n   \"\"\".Count(letter => letter == '\\n') * order)", 5)]
    [InlineData("(kind == Kind.Second ? weights.Max() : 0)", 3)]
    [InlineData("weights // all\n   .Sum()", 6)]
    public async Task An_expression_of_hyper_parameters_is_what_csharp_makes_of_it(string expression, double scale)
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            $"{Members} public double Formula(double x, double t) => x * x * {expression} + t;{Types}", "SS", Parameters, Arguments, Usings);
        Assert.Equal([(9 * scale) + 1, 6 * scale], loss.InDouble(3.0, 1.0));
        Assert.Equal([(9 * scale) + 1, 6 * scale], loss.InFloat(3.0, 1.0));
    }

    // Both what decides and what is decided: the value of null is not asked for.
    [Theory]
    [InlineData("tau is null ? x * x : x / tau.Value", 12, 4)]
    [InlineData("none is null ? x * x : x / none.Value", 9, 6)]
    [InlineData("none.HasValue && none.Value > x ? x : x * x", 9, 6)]
    [InlineData("mode == \"huber\" && x > 1 ? 2 * x : x * x", 6, 2)]
    [InlineData("x * (none is null ? 1 : none.Value * t) + x * (tau is null ? 1 : tau.Value * t)", 3.75, 1.25)]
    [InlineData("list.Count > 5 ? x * list[5] : x * list[0]", 12, 4)]
    public async Task A_condition_on_hyper_parameters_keeps_csharp_from_what_is_not_there(string formula, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(double x, double t) => {formula} + 0 * t;{Types}", "SS", Parameters, Arguments, Usings);
        Assert.Equal([value, gradient], loss.InDouble(3.0, 1.0));
        Assert.Equal([value, gradient], loss.InFloat(3.0, 1.0));
    }

    [Fact]
    public async Task Statements_keep_csharp_from_what_is_not_there()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(double x) { double y = x * x; if (none is null) return y; y *= none.Value; return y; }" + Types, "S", Parameters, Arguments, Usings);
        Assert.Equal([9, 6], loss.InDouble(3.0));
    }

    // More ways than there are kernels for.
    [Fact]
    public async Task Many_conditions_keep_csharp_from_what_is_not_there()
    {
        string[] names = ["a", "b", "c", "d", "e"];
        string terms = string.Join(" + ", names.Select(name => $"({name} is null ? x * x : x * ({name}.Value > 2 ? {name}.Value : 1))"));
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(double x) => {terms};", "S", $"({string.Join(", ", names.Select(name => "double? " + name))})", "(null, 3, null, 1, null)");
        Assert.Equal([27 + 9 + 3, 18 + 3 + 1], loss.InDouble(3.0));
        Assert.Equal([27 + 9 + 3, 18 + 3 + 1], loss.InFloat(3.0));
    }

    // A local that no kernel takes anything of.
    [Fact]
    public async Task An_expression_that_no_way_needs_is_none_of_the_kernels()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(double x) { double s = weights.Sum(); if (flag) return x * x; return x; }", "S", "(double[] weights, bool flag)", "([1, 2], true)", Usings);
        Assert.Equal([9, 6], loss.InDouble(3.0));
    }

    [Fact]
    public async Task Many_conditions_keep_elements_from_being_read_that_are_not_there()
    {
        string[] names = ["a", "b", "c", "d", "e"];
        string terms = string.Join(" + ", names.Select(name => $"({name}.Length > 1 ? x * {name}[1] : x * x)"));
        WrittenLoss loss = await WrittenLoss.Compile(
            $"public double Formula(double x) => {terms};", "S", $"({string.Join(", ", names.Select(name => "double[] " + name))})", "([], [1, 2], [1], [1, 4, 5], [])");
        Assert.Equal([27 + 6 + 12, 18 + 2 + 4], loss.InDouble(3.0));
    }

    // As a part of a formula that is not read by C#, an exponential does not overflow.
    [Fact]
    public async Task What_is_around_an_expression_of_csharp_stays_stable()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) => Log(Sum(Exp(x + weights.Max()))) - x[k] - weights.Max();", "RI", "(double[] weights)", "([900, 1])", Usings);
        double[] found = loss.InDouble(new[] { 900.0, 0, 0 }, 0);
        Assert.Equal([0, 0, 0, 0], found);
    }

    [Fact]
    public async Task A_row_that_csharp_computes_is_one_of_the_batch()
    {
        WrittenLoss loss = await WrittenLoss.Compile(
            "public double Formula(Row x, int k) { double[] w = weights.Select(w => w / weights.Sum()).ToArray(); return Dot(x, w) * x[k] + w[k]; }",
            "RI", "(double[] weights)", "([1, 2, 5])", Usings);
        // w = (1, 2, 5)/8, w·x = 2.625
        Assert.Equal([(2.625 * 2) + 0.25, 0.25, 0.5 + 2.625, 1.25], loss.InDouble(new[] { 1.0, 2, 3.2 }, 1).Select(number => Math.Round(number, 12)));
        Exception thrown = Assert.Throws<TargetInvocationException>(() => loss.InDouble(new[] { 1.0, 2 }, 1)).InnerException!;
        Assert.Contains("The loss captures weights.Select(w => w / weights.Sum()).ToArray() with 3 elements", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_captured_expression_is_computed_once_per_call_and_what_it_throws_comes_out_of_the_call()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + """
            [Loss]
            public sealed partial class Sample(Func<double> scale)
            {
                public double Formula(double x, double t) => scale() > 1 ? x * scale() : x * x * scale() + t;
            }

            public static class Harness
            {
                public static string Run()
                {
                    int calls = 0;
                    double[] values = new double[1000], gradient = new double[1000], x = new double[1000];
                    var loss = new Sample(() => ++calls);
                    loss.Values(x, x, values);
                    loss.ValueAndGradient(x, x, gradient);
                    Array.Fill(gradient, 7);
                    try
                    {
                        new Sample(() => throw new TimeoutException("mine")).ValueAndGradient(x, x, gradient);
                    }
                    catch (TimeoutException thrown)
                    {
                        return FormattableString.Invariant($"{calls} {thrown.Message} {gradient[0]}");
                    }
                    return "nothing";
                }
            }
            """);
        Assert.Equal("2 mine 7", run.Load().GetType("Harness")!.GetMethod("Run")!.Invoke(null, null));
    }

    [Fact]
    public async Task Names_mean_what_they_mean_in_the_file_of_the_formula()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(
            """
            #nullable disable
            using Scale = Away.Two;
            using static Away.Functions;
            namespace Away
            {
                public static class Two { public static double Of(double v) => 2 * v + Captured1(0); private static double Captured1(double v) { while (v > 1) v--; return v; } }
                public static class Functions { public static double Captured2(object v) => v == null ? 1 : 3; }
            }
            namespace Outer
            {
                using Inner = System.Math;
                namespace Nested
                {
                    using AutoDiffCE;
                    public partial class Around
                    {
                        private static double @class(string text) => text.Length;
                        [Loss]
                        private sealed partial class @event(double @double, object field, string call)
                        {
                            private double Captured1 => 5;
                            public double Formula(double x, double t) =>
                                x * (Scale.Of(@double) + Inner.BitIncrement(@double) + Captured2(field) + @class(call) + Captured1) + t;
                        }
                        public static double[] Run()
                        {
                            double[] gradient = new double[1];
                            double value = new @event(0.5, null, "four").ValueAndGradient([3.0], [1.0], gradient);
                            return [value, gradient[0]];
                        }
                    }
                }
            }
            """);
        double[] found = (double[])run.Load().GetType("Outer.Nested.Around")!.GetMethod("Run")!.Invoke(null, null)!;
        double slope = 1 + Math.BitIncrement(0.5) + 1 + 4 + 5;
        Assert.Equal([(3 * slope) + 1, slope], found);
    }

    [Fact]
    public async Task The_text_of_an_expression_stands_where_its_value_is_named()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(Usings + GeneratorRunner.Header
            + "[Loss] public sealed partial class Sample(double[] weights, double? tau) { public double Formula(double x) => x * weights.Sum() / (tau\n    ?? 1); }");
        Assert.Empty(run.Diagnostics);
        Assert.Equal(["Sample-Captured.g.cs", "Sample.g.cs"], run.Generated.Keys.Order(StringComparer.Ordinal));
        string text = run.Generated["Sample.g.cs"];
        Assert.Contains("//     value = x · weightsSum / tau1\n", text, StringComparison.Ordinal);
        Assert.Contains("//     weightsSum = weights.Sum()\n//     tau1 = tau ?? 1\n", text, StringComparison.Ordinal);
        Assert.Contains("/// <para><c>where tau1 = tau ?? 1</c></para>", text, StringComparison.Ordinal);
    }

    // What is left to C# must be the author's C#, and of hyper-parameters alone.
    [Theory]
    [InlineData("x * Math.BitIncrement(x)", "ADCE010")]
    [InlineData("x * Changing()", "ADCE010")]
    [InlineData("x * Again()", "ADCE010")]
    [InlineData("x * weights.Sum(w => w * x)", "ADCE010")]
    [InlineData("x * list.Select(w => w * scale).Sum()", "ADCE010")]
    [InlineData("x * Line()", "ADCE010")]
    [InlineData("x * int.Parse(\"1\")", "ADCE010")]
    [InlineData("x * Local.Of(weights)", "ADCE009")]
    [InlineData("x * weights\n#if true\n.Sum()\n#endif\n", "ADCE010")]
    public async Task What_is_no_expression_of_hyper_parameters_is_reported(string formula, string id)
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(Usings + GeneratorRunner.Header + $$"""
            [Loss] public sealed partial class Sample(double[] weights, IReadOnlyList<double> list)
            {
                private double scale = 1;
                public void Set() => scale = 2;
                private double Changing() { return list.Select(w => w * scale).Sum(); }
                private double Again() { return list.Sum(w => w * Formula(1)); }
                private static double Line([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) { return new[] { line }.Sum(); }
                public double Formula(double x) => {{formula}};
            }
            file static class Local { public static double Of(double[] values) { return values is [var first, ..] ? first : 0; } }
            """);
        Assert.Contains(id, run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.All(run.Diagnostics, diagnostic => Assert.StartsWith("ADCE", diagnostic.Id, StringComparison.Ordinal));
    }
}
