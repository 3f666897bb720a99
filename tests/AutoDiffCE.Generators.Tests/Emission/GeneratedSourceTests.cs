using AutoDiffCE.Generators.Tests.Infrastructure;
using VerifyXunit;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Snapshots of what is generated: read them to see what the compiler makes of a formula.</summary>
public class GeneratedSourceTests
{
    [Fact]
    public Task Cross_entropy() => VerifyAsync("""
        [Loss]
        public sealed partial class CrossEntropy
        {
            public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
        }
        """);

    [Fact]
    public Task Squared_error() => VerifyAsync("""
        [Loss]
        public sealed partial class SquaredError
        {
            public double Formula(double prediction, double target) => (prediction - target) * (prediction - target);
        }
        """);

    [Fact]
    public Task Huber() => VerifyAsync("""
        [Loss]
        public sealed partial class Huber(double delta = 1.0)
        {
            public double Formula(double prediction, double target)
            {
                double error = Abs(prediction - target);
                return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
            }
        }
        """);

    [Fact]
    public Task A_flag_that_chooses_between_formulas() => VerifyAsync("""
        [Loss]
        public sealed partial class Distance(bool squared)
        {
            public double Formula(double prediction, double target)
            {
                double error = prediction - target;
                return squared ? error * error : Abs(error);
            }
        }
        """);

    [Fact]
    public Task Multi_class_margin() => VerifyAsync("""
        [Loss(Mean = MeanOver.Samples)]
        public sealed partial class MultiMargin(double margin = 1.0)
        {
            public double Formula(Row scores, int label) => Mean(Where(Index(scores) != label, Relu(margin - (scores[label] - scores)), 0));
        }
        """);

    [Fact]
    public Task Binary_cross_entropy_with_logits() => VerifyAsync("""
        [Loss]
        public sealed partial class BinaryCrossEntropyWithLogits(double positiveWeight = 1.0)
        {
            public double Formula(double logit, double target) =>
                -(positiveWeight * target * Log(Sigmoid(logit)) + (1 - target) * Log(1 - Sigmoid(logit)));
        }
        """);

    [Fact]
    public Task Clamped_cross_entropy_from_scratch() => VerifyAsync("""
        [Loss]
        public sealed partial class ClampedCrossEntropy
        {
            public double Formula(Row logits, int label) => -Log(Clamp(Softmax(logits)[label], 1e-15, 1 - 1e-15));
        }
        """);

    [Fact]
    public Task Captured_rows_and_two_rows() => VerifyAsync("""
        namespace Some.Name.Space;

        public static partial class Outer
        {
            [Loss]
            internal sealed partial class WeightedDistance(Row weights, double[] offsets)
            {
                public double Formula(Row prediction, Row target) => Sum(weights * Abs(prediction - target - offsets));
            }
        }
        """);

    [Fact]
    public Task Softmax_as_a_row_out() => VerifyAsync("""
        [Loss]
        public sealed partial class SoftmaxOfLogits
        {
            public Row Formula(Row logits) => Exp(logits) / Sum(Exp(logits));
        }
        """);

    [Fact]
    public Task A_formula_in_error_leaves_members_that_throw() => VerifyAsync("""
        [Loss]
        public sealed partial class Broken
        {
            public double Formula(double prediction, double target) => System.Math.BitIncrement(prediction) - target;
        }
        """, isInError: true);

    [Fact]
    public async Task The_same_formula_gives_the_same_text_under_a_culture_with_other_signs()
    {
        const string source = "[Loss]\npublic sealed partial class Sample { public double Formula(double x, double t) => -0.5 * x * t - 1.5e-7; }";
        string plain = (await GeneratorRunner.RunAsync(GeneratorRunner.Header + source)).Source;
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
            Assert.Equal(plain, (await GeneratorRunner.RunAsync(GeneratorRunner.Header + source)).Source);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task VerifyAsync(
        string source, bool isInError = false, [System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string method = "")
    {
        GeneratorRun run = await GeneratorRunner.RunAsync(GeneratorRunner.Header + source);
        if (!isInError)
            run.Load();
        await Verifier.Verify(run.Source, extension: "cs", sourceFile: file, method: method);
    }
}
