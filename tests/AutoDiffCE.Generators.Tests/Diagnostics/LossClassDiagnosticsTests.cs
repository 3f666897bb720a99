using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Diagnostics;

// What is wrong with a class, before its formula is read: the id, the message, the text under the squiggle, and that nothing else is reported.
public class LossClassDiagnosticsTests
{
    [Theory]
    [InlineData("public sealed class Sample", "it is not partial")]
    [InlineData("public partial class Sample<T>", "it is generic")]
    [InlineData("public static partial class Sample", "it is static; an instance holds the options of a loss")]
    [InlineData("public partial record Sample", "it is a record, which cannot derive from a class; make it a class")]
    [InlineData("file partial class Sample", "it is local to its file, and the generated part is another file")]
    [InlineData("public partial class Sample : Exception", "it has a base class of its own, and the generated part derives from ElementwiseLoss")]
    public async Task A_class_that_cannot_be_extended_is_reported(string header, string reason)
    {
        string isStatic = header.Contains("static", StringComparison.Ordinal) ? "static " : "";

        await AssertReported($"[Loss] {header} {{ public {isStatic}double Formula(double x, double t) => x * t; }}",
            new ReportedDiagnostic("ADCE001", $"'Sample' cannot be a loss: {reason}", "Sample"));
    }

    [Fact]
    public Task A_class_inside_one_that_is_not_partial_is_reported() => AssertReported(
        "public class Outer { [Loss] public partial class Sample { public double Formula(double x, double t) => x * t; } }",
        new ReportedDiagnostic("ADCE001", "'Sample' cannot be a loss: it is nested in 'Outer', which is not partial", "Sample"));

    [Theory]
    [InlineData("", "none")]
    [InlineData("public double Formula(double x) => x; public double Formula(Row x) => Sum(x);", "several")]
    public Task A_loss_without_one_formula_is_reported(string members, string count) => AssertReported(
        $"[Loss] public partial class Sample {{ {members} }}",
        new ReportedDiagnostic("ADCE002", $"'Sample' needs exactly one method named Formula, but it has {count}", "Sample"));

    [Theory]
    [InlineData("internal double Formula(double x) => x;", "must be public")]
    [InlineData("public int Formula(double x) => 1;", "must return double, the loss of one sample, or Row, one number for each class")]
    [InlineData("private readonly Row weights = [1, 2]; public Row Formula(double x) => x * weights;", "returns a Row, so it must take one")]
    [InlineData("public double Formula<T>(double x) => x;", "must not be generic")]
    [InlineData("public void Formula(double x) { }", NoNumber)]
    [InlineData("public void Formula(double x) => Math.Sin(x);", NoNumber)]
    [InlineData("public async void Formula(double x) => await System.Threading.Tasks.Task.Delay(1);", NoNumber)]
    [InlineData("public async System.Threading.Tasks.Task<double> Formula(double x) { await System.Threading.Tasks.Task.Yield(); return x; }", NoNumber)]
    [InlineData("public System.Collections.Generic.IEnumerable<double> Formula(double x) { yield return x; }", NoNumber)]
    [InlineData("public Action Formula(double x) => () => { };", NoNumber)]
    [InlineData("public partial double Formula(double x); public partial double Formula(double x) => x;", "must not be partial")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"m\")] public static extern double Formula(double x);", "must have a body")]
    public Task A_signature_that_is_no_formula_is_reported(string member, string fault) => AssertReported(
        $"[Loss] public partial class Sample {{ {member} }}",
        new ReportedDiagnostic("ADCE003", $"The formula of 'Sample' {fault}", "Formula"));

    private const string NoNumber = "must return double, the loss of one sample, or Row, one number for each class";

    [Fact]
    public Task An_abstract_formula_is_reported() => AssertReported(
        "[Loss] public abstract partial class Sample { public abstract double Formula(double x); }",
        new ReportedDiagnostic("ADCE003", "The formula of 'Sample' must have a body", "Formula"));

    [Theory]
    [InlineData("bool flag", "bool", "bool")]
    [InlineData("string flag", "string", "string")]
    [InlineData("double[] flag", "double[]", "double[]")]
    [InlineData("in double flag", "passed by reference or params", "double")]
    public Task A_parameter_of_another_type_is_reported(string parameter, string what, string text) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula(double x, {parameter}) => x; }}",
        new ReportedDiagnostic("ADCE004", $"Parameter 'flag' is {what}, but a formula takes double, Row and int by value", text));

    [Theory]
    [InlineData("upstream")]
    [InlineData("destination")]
    [InlineData("options")]
    [InlineData("xGradient")]
    public Task A_parameter_with_a_name_that_is_taken_is_reported(string name) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula(double x, double {name}) => x * {name}; }}",
        new ReportedDiagnostic("ADCE005", $"The generated members have a parameter named '{name}' too; choose another name", name));

    [Theory]
    [InlineData("classes")]
    [InlineData("labelDistribution")]
    public Task A_row_named_like_a_parameter_of_members_with_a_distribution_is_reported(string name) => AssertReported(
        $"[Loss] public partial class Sample {{ public double Formula(Row {name}, int label) => LogSumExp({name}) - {name}[label]; }}",
        new ReportedDiagnostic("ADCE005", $"The generated members have a parameter named '{name}' too; choose another name", name));

    [Theory]
    [InlineData("public double Value { get; init; } = 2;", "x * Value", "Value")]
    [InlineData("private readonly double Total = 2;", "x * Total", "Total")]
    [InlineData("public enum Values { None }", "x", "Values")]
    [InlineData("public float Value(ReadOnlySpan<float> a, ReadOnlySpan<float> b, BatchOptions<float> c) => 1;", "x", "Value")]
    public Task A_member_with_the_name_of_a_generated_one_is_reported(string member, string value, string name) => AssertReported(
        $"[Loss] public partial class Sample {{ {member} public double Formula(double x, double t) => {value}; }}",
        new ReportedDiagnostic("ADCE005", $"The generated part of 'Sample' has a member named '{name}' too; choose another name", name));

    [Theory]
    [InlineData("public double Classes { get; init; } = 2;", "", "x * Classes", "Loss", "Classes")]
    [InlineData("private readonly double Reduction = 2;", "", "x * Reduction", "Loss", "Reduction")]
    [InlineData("public double EmptyMean() => 2;", "", "x", "Loss", "EmptyMean")]
    [InlineData("", "(double Classes)", "x * Classes", "Loss", "Classes")]
    [InlineData("", "(double Reduction)", "x * Reduction", "Loss", "Reduction")]
    public Task A_name_that_the_base_class_has_is_reported(string member, string constructor, string value, string owner, string name) => AssertReported(
        $"[Loss] public partial class Sample{constructor} {{ {member} public double Formula(double x, double t) => {value}; }}",
        new ReportedDiagnostic("ADCE005", $"The base class {owner} has a member named '{name}' too; choose another name", name));

    [Fact]
    public Task A_name_that_every_loss_of_a_label_has_is_reported() => AssertReported(
        "[Loss] public partial class Sample(Row ClassWeights) { public double Formula(Row x, int label) => ClassWeights[label] * x[label]; }",
        new ReportedDiagnostic("ADCE005", "The base class LabelLoss has a member named 'ClassWeights' too; choose another name", "ClassWeights"));

    [Fact]
    public Task A_class_named_like_a_generated_member_is_reported() => AssertReported(
        "[Loss] public partial class Value { public double Formula(double x, double t) => x * t; }",
        new ReportedDiagnostic("ADCE005", "The generated part of 'Value' has a member named 'Value' too; choose another name", "Value"));

    [Theory]
    [InlineData("nint")]
    [InlineData("unmanaged")]
    public Task A_class_outside_of_all_namespaces_that_takes_a_word_away_is_reported(string name) => AssertReported(
        $"[Loss] public partial class @{name} {{ public double Formula(double x, double t) => x * t; }}",
        new ReportedDiagnostic("ADCE005", $"The generated text has a word of C# named '{name}' too; choose another name", "@" + name));

    [Fact]
    public Task A_differentiable_hyper_parameter_is_reported() => AssertReported(
        "[Loss] public partial class Sample { [Differentiable] public double Scale { get; init; } public double Formula(double x) => x * Scale; }",
        new ReportedDiagnostic("ADCE015", "[Differentiable] cannot mark 'Scale': gradients are taken with respect to the parameters of the formula", "Scale"));

    [Fact]
    public Task A_class_that_is_no_loss_may_have_any_formula() => AssertReported("public class Sample { public float Formula(float x) => MathF.Sin(x); }");

    private static async Task AssertReported(string declaration, params ReportedDiagnostic[] expected) =>
        Assert.Equal(expected, await GeneratorRunner.AnalyzeAsync(GeneratorRunner.Header + declaration));
}
