using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Parsing;

public class LossModelTests
{
    [Theory]
    [InlineData("double x, double t", "x * t", LossShape.Elementwise)]
    [InlineData("double x, [Differentiable] double t", "x * t", LossShape.Other)]
    [InlineData("[Differentiable] double x, [Differentiable] double t", "x * t", LossShape.Other)]
    [InlineData("Row x, int label", "x[label]", LossShape.Label)]
    [InlineData("int label, Row x", "x[label]", LossShape.Other)]
    [InlineData("Row x, int count", "Sum(x) * count", LossShape.Other)]
    [InlineData("Row x, Row t", "Dot(x, t)", LossShape.Rows)]
    [InlineData("Row x, Row t, int label", "Dot(x, t) + x[label]", LossShape.Other)]
    [InlineData("double x", "x", LossShape.Other)]
    [InlineData("Row x", "Sum(x)", LossShape.Other)]
    public void The_shape_follows_from_the_inputs(string parameters, string value, object shape) =>
        Assert.Equal(shape, Model($"[Loss] public partial class Sample {{ public double Formula({parameters}) => {value}; }}").Shape);

    [Theory]
    [InlineData("x[k]", true)]
    [InlineData("Sum(Where(Index(x) == k - 1, x, 0))", true)]
    [InlineData("Sum(Where(Index(x) == k, x, 0))", true)]
    [InlineData("Sum(Where(k >= Index(x), x, 0))", true)]
    [InlineData("Sum(Where(Index(x) + 1 < k, x, 0))", true)]
    [InlineData("Sum(x * OneHot(k, x.Length))", true)]
    [InlineData("Sum(x.With(k, 1))", true)]
    [InlineData("Dot(Softmax(x), Abs(Index(x) - k))", true)]
    [InlineData("Dot(Softmax(x), Pow(k - Index(x), 2))", true)]
    [InlineData("Sum(x * (Index(x) + k))", true)]
    [InlineData("Sum(x, (a, i) => a * Abs(i - k))", true)]
    [InlineData("Sum(x, (a, i) => i == k + 1 ? a : 0)", true)]
    [InlineData("Sum(x, (a, i) => Sum(x, (b, j) => j + i < k ? a * b : 0))", true)]
    [InlineData("Sum(x * Max(Index(x), k))", true)]
    [InlineData("Sum(x * (Index(x) - k) / k)", true)]
    [InlineData("Sum(x * Index(x)) - k", false)]
    [InlineData("Sum(x * (Index(x) - 2.0 * k))", false)]
    [InlineData("Sum(Where(Index(x) < Min(k, 3), x, 0))", false)]
    [InlineData("k < x.Length ? Sum(x) : 0", false)]
    [InlineData("k * Sum(x)", false)]
    [InlineData("k > 2 ? Sum(x) : 0", false)]
    public void An_integer_is_a_label_where_it_indexes_a_row_or_meets_an_index(string value, bool isLabel)
    {
        LossModel model = Model($"[Loss] public partial class Sample {{ public double Formula(Row x, int k) => {value}; }}");

        Assert.Equal(isLabel ? InputKind.Label : InputKind.Integer, model.Inputs[1].Kind);
    }

    [Fact]
    public void Both_integers_that_meet_an_index_are_labels()
    {
        FormulaInput[] inputs = [.. Model("[Loss] public partial class Sample { public double Formula(Row x, int a, int b) => Sum(x * Abs(Index(x) - a)) - x[b]; }").Inputs];

        Assert.Equal([InputKind.Label, InputKind.Label], inputs.Skip(1).Select(input => input.Kind));
        Assert.Equal([false, true], inputs.Skip(1).Select(input => input.PicksElement));
    }

    [Fact]
    public void An_integer_is_a_label_where_its_parameter_says_so()
    {
        FormulaInput marked = Model("[Loss] public partial class Sample { public double Formula(Row x, [Label] int k) => k * Sum(x); }").Inputs[1];
        FormulaInput wider = Model("[Loss] public partial class Sample { public double Formula(Row x, [Label(ExtraClasses = 2)] int k) => k * Sum(x); }").Inputs[1];

        Assert.Equal(new FormulaInput("k", InputKind.Label, false), marked);
        Assert.Equal(new FormulaInput("k", InputKind.Label, false) { ExtraClasses = 2 }, wider);
    }

    [Fact]
    public void The_first_floating_point_input_is_differentiable_unless_others_are_marked()
    {
        FormulaInput[] usual = [.. Model("[Loss] public partial class Sample { public double Formula(int k, Row x, double t) => x[k] * t; }").Inputs];
        FormulaInput[] marked = [.. Model("[Loss] public partial class Sample { public double Formula(Row x, [Differentiable] double t) => t * x[0]; }").Inputs];

        Assert.Equal([new("k", InputKind.Label, false) { PicksElement = true }, new("x", InputKind.Row, true), new("t", InputKind.Scalar, false)], usual);
        Assert.Equal([new("x", InputKind.Row, false), new("t", InputKind.Scalar, true)], marked);
    }

    [Fact]
    public void The_header_of_the_class_is_repeated_as_it_is()
    {
        CSharpCompilation compilation = TestCompilation.Of(GeneratorRunner.Header +
            """
            namespace Some.Where
            {
                public partial record struct Outer
                {
                    internal partial interface IInner
                    {
                        [Loss(Mean = MeanOver.Samples)]
                        protected internal sealed partial class Sample
                        {
                            public double Formula(double x, double t) => x * t;
                        }
                    }
                }
            }
            """);

        LossModel model = LossParser.Parse(
            compilation.GetTypeByMetadataName("Some.Where.Outer+IInner+Sample")!, new KnownTypes(compilation), CancellationToken.None).Model!;

        Assert.Equal("Some.Where", model.Namespace);
        Assert.Equal([new("record struct", "Outer"), new("interface", "IInner")], model.ContainingTypes);
        Assert.Equal("protected internal", model.Accessibility);
        Assert.Equal("Some.Where.Outer.IInner.Sample.g.cs", model.HintName);
        Assert.True(model.IsSealed);
        Assert.False(model.IsAbstract);
        Assert.True(model.MeanOverSamples);
    }

    [Fact]
    public void The_text_of_the_formula_keeps_its_lines_without_their_margin()
    {
        LossModel model = Model(
            """
            [Loss]
            public partial class Sample
            {
                public double Formula(double x, double t)
                {
                    if (x > t)
                        return x;

                    return t;
                }
            }
            """);

        Assert.Equal(
            "public double Formula(double x, double t)\n{\n    if (x > t)\n        return x;\n\n    return t;\n}", model.FormulaText);
    }

    [Theory]
    [InlineData("Losses.Huber", "Losses.Huber.g.cs")]
    [InlineData("huber", "huber_")]
    [InlineData("Größe", "Gre_")]
    [InlineData("A.VeryLongNameOfALossThatNobodyWouldWriteUnlessItWereGeneratedByAnotherToolWhichDoesNotCareAboutTheLengthOfNamesAtAll", "VeryLongNameOfALossThatNobodyWouldWriteUnlessItWer_")]
    public void Names_of_generated_files_suit_every_file_system(string type, string start)
    {
        string name = HintNames.Of(type, hasTwin: false);

        Assert.StartsWith(start, name, StringComparison.Ordinal);
        Assert.EndsWith(".g.cs", name, StringComparison.Ordinal);
        Assert.True(name.Length <= 110 && name.All(char.IsAscii));
    }

    [Fact]
    public void Locals_give_their_names_to_what_they_hold()
    {
        Formula formula = FormulaOracle.ParseFormula(
            "[Loss] public partial class Sample { public double Formula(double x, double t) { double error = x - t; return error * error; } }");

        Assert.Equal("error", Assert.Single(formula.Hints).Value);
        Assert.Same(formula.Value.First, Assert.Single(formula.Hints).Key);
    }

    [Fact]
    public void Constants_are_kept_as_they_are_written()
    {
        Formula formula = FormulaOracle.ParseFormula(
            "[Loss] public partial class Sample { const double Tiny = 1e-15; public double Formula(double x, double t) => Clamp(x, 2 * Tiny, 1 - Tiny); }");

        Assert.Equal("clamp(x, 2 · 1E−15, 1 − 1E−15)", FormulaPrinter.Print(formula.Value));
    }

    private static LossModel Model(string declaration)
    {
        ParsedLoss parsed = FormulaOracle.Parse(TestCompilation.Of(GeneratorRunner.Header + declaration));
        Assert.Empty(parsed.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(ReportedDiagnostic.Of));
        return parsed.Model!;
    }
}
