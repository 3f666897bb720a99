using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.HighPrecision;

namespace AutoDiffCE.Generators.Tests.Stability;

public class CrossEntropyAccuracyTests
{
    private const int Seed = 20240607;

    public static TheoryData<string> RowForms { get; } =
    [
        .. CrossEntropyForms.OfLogits,
        "-Log(Clamp(Softmax(x)[y], 1e-15, 1 - 1e-15))",
        "-Log(Exp(x[y] / T) / Sum(Exp(x / T)))",
    ];

    public static TheoryData<string> ScalarForms { get; } =
    [
        "-(t * Log(Sigmoid(z)) + (1 - t) * Log(1 - Sigmoid(z)))",
        "Log(1 + Exp(-s * z))",
    ];

    [Theory]
    [MemberData(nameof(RowForms))]
    public void Value_and_gradient_are_exact_to_rounding_at_extreme_logits(string form)
    {
        Accuracy accuracy = Stabilized(form);
        foreach (double[] row in Logits.Extreme())
        {
            for (int label = 0; label < row.Length; label++)
            {
                // The loss of a masked label is infinite, which another test covers.
                if (double.IsFinite(row[label]))
                    Check(accuracy, row, label);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RowForms))]
    public void Value_and_gradient_are_exact_to_rounding_at_random_logits(string form)
    {
        Accuracy accuracy = Stabilized(form);
        var random = new Random(Seed);
        for (int sample = 0; sample < 40; sample++)
        {
            double[] row = Logits.Random(random);
            Check(accuracy, row, random.Next(row.Length));
        }
    }

    [Fact]
    public void The_probability_of_the_other_classes_keeps_its_digits()
    {
        Accuracy accuracy = Stabilized("-Log(1 - Softmax(x)[y])");
        // Beyond this 1600 bits do not tell the original from log 0.
        foreach (double[] row in Logits.Extreme().Where(row => row.Length > 1 && row.All(double.IsFinite) && Logits.Magnitude(row) <= 300))
        {
            for (int label = 0; label < row.Length; label++)
                Check(accuracy, row, label);
        }
    }

    [Theory]
    [MemberData(nameof(ScalarForms))]
    public void Binary_losses_are_exact_to_rounding_everywhere(string form)
    {
        Accuracy accuracy = Stabilized(form);
        // Beyond this 1600 bits do not tell 1 − σ(z) from zero.
        foreach (double logit in new[] { 0, 1e-300, -1e-300, 0.1, -3, 30, -40, 400, -700, 800, -800 })
        {
            foreach (double target in new[] { 1.0, 0.0, 0.3 })
            {
                var arguments = new FormulaArguments { Classes = 1, Scalars = { ["z"] = logit, ["t"] = target, ["s"] = target == 0 ? -1 : 1 } };
                accuracy.Check(arguments, 8 * (1 + Math.Abs(logit)), $"logit {logit:R}, target {target:R}");
            }
        }
    }

    [Fact]
    public void An_infinite_logit_of_the_label_gives_nan_as_it_does_in_exact_limits_that_differ()
    {
        var notation = new Notation();
        Node value = Stabilizer.Stabilize(notation.NodeAlgebra, CrossEntropyForms.Write(notation, "-Log(Softmax(x)[y])").Node).Value;
        var arguments = new FormulaArguments { Classes = 2, Rows = { ["x"] = [double.PositiveInfinity, 0] }, Labels = { ["y"] = 0 } };
        Assert.Equal(double.NaN, new Interpreter(arguments).Evaluate(value));
    }

    [Fact]
    public void A_masked_label_costs_infinity()
    {
        var notation = new Notation();
        Node value = Stabilizer.Stabilize(notation.NodeAlgebra, CrossEntropyForms.Write(notation, "-Log(Softmax(x)[y])").Node).Value;
        var arguments = new FormulaArguments { Classes = 2, Rows = { ["x"] = [double.NegativeInfinity, 0] }, Labels = { ["y"] = 0 } };
        Assert.Equal(double.PositiveInfinity, new Interpreter(arguments).Evaluate(value));
    }

    private static Accuracy Stabilized(string form)
    {
        var notation = new Notation();
        Node original = CrossEntropyForms.Write(notation, form).Node;
        return new Accuracy(notation, original, Stabilizer.Stabilize(notation.NodeAlgebra, original).Value, "x", "z");
    }

    private static void Check(Accuracy accuracy, double[] row, int label)
    {
        var arguments = new FormulaArguments { Classes = row.Length, Rows = { ["x"] = row }, Labels = { ["y"] = label }, Scalars = { ["T"] = 0.7 } };
        accuracy.Check(arguments, 16 * (1 + Logits.Magnitude(row)), $"[{string.Join(", ", row)}], label {label}, seed {Seed}");
    }
}
