using System.Numerics;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Stability;

/// <summary>
/// Formulas as the textbook has them, where their plain evaluation is 0/0, ∞ − ∞ or has lost all its digits. Results are compared with a
/// reference of higher precision, and may be off by a few units in the last place times the condition number, on which no evaluation can improve.
/// </summary>
public abstract class StableFormTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Of each result, and of each term of a sum: where the terms are added one after the other, every addition rounds by up to half a unit.
    private const double UnitsInTheLastPlace = 6;
    private const double UnitsPerTerm = 0.5;

    // Below it numbers have fewer digits.
    private static readonly double smallestNormal = typeof(T) == typeof(float) ? 1.17549435e-38 : 2.2250738585072014e-308;

    private static readonly double unit = typeof(T) == typeof(float) ? Math.Pow(2, -23) : Math.Pow(2, -52);

    private static readonly int[] rowLengths = [1, 2, 3, 10, 100];

    /// <summary>Spellings of softmax cross-entropy.</summary>
    private static LabelLoss[] Spellings =>
        [new CrossEntropyLoss(), new QuotientOfExponentialsLoss(), new LogOfSoftmaxLoss(), new LogOfSumLoss(), new LogOfShiftedSumLoss()];

    [Fact]
    public void Cross_entropy_is_right_for_all_finite_logits_in_every_spelling()
    {
        foreach (LabelLoss loss in Spellings)
        {
            foreach (int classes in rowLengths)
            {
                foreach (double[] row in ExtremeRows.OfLength(classes))
                    AssertEveryLabel(loss, row);
            }
        }
    }

    [Fact]
    public void Cross_entropy_is_right_where_classes_are_masked()
    {
        foreach (LabelLoss loss in Spellings)
        {
            foreach (int classes in rowLengths.Where(classes => classes > 1))
            {
                foreach (double[] row in ExtremeRows.MaskedOfLength(classes))
                    AssertEveryLabel(loss, row);
            }
        }
    }

    [Fact]
    public void Every_spelling_of_cross_entropy_has_the_same_bits()
    {
        foreach (int classes in rowLengths)
        {
            foreach (double[] row in ExtremeRows.OfLength(classes).Concat(ExtremeRows.MaskedOfLength(classes)))
            {
                (T[] values, T[] gradients) = Run(new CrossEntropyLoss(), row);
                foreach (LabelLoss loss in Spellings)
                {
                    (T[] otherValues, T[] otherGradients) = Run(loss, row);
                    Assert.Equal(values, otherValues);
                    Assert.Equal(gradients, otherGradients);
                }
            }
        }
    }

    [Fact]
    public void The_loss_of_a_network_that_is_almost_sure_keeps_its_digits()
    {
        double[] row = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        foreach (LabelLoss loss in Spellings)
        {
            (T[] values, _) = Run(loss, row);
            Assert.Equal(1.8550e-8, double.CreateTruncating(values[0]), 0.00005e-8);
        }
    }

    [Fact]
    public void A_clamped_softmax_is_right_inside_and_outside_its_bounds()
    {
        foreach (int classes in rowLengths)
        {
            foreach (double[] row in ExtremeRows.OfLength(classes).Concat(classes > 1 ? ExtremeRows.MaskedOfLength(classes) : []))
                AssertEveryClampedLabel(new ClampedSoftmaxLoss(), row);
        }
    }

    [Fact]
    public void Binary_cross_entropy_of_sigmoids_is_right_for_all_finite_logits()
    {
        foreach (double target in new[] { 0, 0.25, 0.5, 1 })
        {
            foreach (double logit in ExtremeRows.OfLength(10).SelectMany(row => row).Distinct())
                AssertBinary(new LogOfSigmoidsLoss(), logit, target, target, 1 - target);
        }
    }

    [Fact]
    public void Logistic_loss_is_right_for_all_finite_scores()
    {
        foreach (double sign in new[] { -1, 1 })
        {
            foreach (double score in ExtremeRows.OfLength(10).SelectMany(row => row).Distinct())
                AssertBinary(new LogisticLoss(), score, sign, (1 + sign) / 2, (1 - sign) / 2);
        }
    }

    [Fact]
    public void Ready_made_binary_cross_entropy_is_right_for_all_finite_logits()
    {
        foreach (double target in new[] { 0, 0.25, 0.5, 1 })
        {
            foreach (double logit in ExtremeRows.OfLength(10).SelectMany(row => row).Distinct())
                AssertBinary(new BinaryCrossEntropyWithLogitsLoss(3), logit, target, 3 * target, 1 - target);
        }
    }

    // positive·softplus(−logit) + negative·softplus(logit), whose derivative is −positive·σ(−logit) + negative·σ(logit)
    private static void AssertBinary(ElementwiseLoss loss, double logit, double target, double positive, double negative)
    {
        double value = (positive * LossMath.Softplus(-logit)) + (negative * LossMath.Softplus(logit));
        double up = negative * LossMath.Sigmoid(logit);
        double down = positive * LossMath.Sigmoid(-logit);
        Call<T> call = new Call<T> { Inputs = [Call<T>.Numbers([logit]), Call<T>.Numbers([target])], Upstream = [T.One] }.Fresh(1);
        ((ILossMembers<T>)(object)new TargetMembers(loss)).ValuesAndGradient(call);
        // e^−|x| is off by |x| units where x is
        double condition = 1 + Math.Abs(logit);
        AssertWithin(value, call.Destination[0], value * condition, $"{loss.GetType().Name} of {logit:R}, target {target}");
        AssertWithin(up - down, call.Gradients[0][0], (up + down) * condition, $"gradient of {loss.GetType().Name} at {logit:R}, target {target}");
    }

    private static void AssertEveryLabel(LabelLoss loss, double[] row)
    {
        (T[] values, T[] gradients) = Run(loss, row);
        for (int label = 0; label < row.Length; label++)
        {
            var reference = new SoftmaxReference(row, label);
            if (row.All(double.IsNegativeInfinity))
                continue;
            string context = Context(loss, row, label);
            AssertWithin(reference.Value, values[label], reference.Value * reference.ValueCondition * TermFactor(row), $"value of {context}");
            for (int c = 0; c < row.Length; c++)
            {
                double expected = reference.Gradient(c);
                double size = expected * reference.GradientCondition(c) * TermFactor(row);
                AssertWithin(expected, gradients[(label * row.Length) + c], size, $"gradient at {c} of {context}");
            }
        }
    }

    private static void AssertEveryClampedLabel(ClampedSoftmaxLoss loss, double[] row)
    {
        (T[] values, T[] gradients) = Run(loss, row);
        // −log of the bounds, as real numbers: −log(1 − 1e-15) = 1e-15 + 5e-31
        double least = 1e-15;
        double most = 15 * Math.Log(10);
        for (int label = 0; label < row.Length; label++)
        {
            var reference = new SoftmaxReference(row, label);
            string context = Context(loss, row, label);
            double expected = Math.Clamp(reference.Value, least, most);
            AssertWithin(expected, values[label], expected * reference.ValueCondition * TermFactor(row), $"value of {context}");
            for (int c = 0; c < row.Length; c++)
            {
                double derivative = reference.Value > least && reference.Value < most ? reference.Gradient(c) : 0;
                double size = derivative * reference.GradientCondition(c) * TermFactor(row);
                AssertWithin(derivative, gradients[(label * row.Length) + c], size, $"gradient at {c} of {context}");
            }
        }
    }

    // Every class of a row once as the label.
    private static (T[] Values, T[] Gradients) Run(LabelLoss loss, double[] row)
    {
        int classes = row.Length;
        Call<T> call = new Call<T>
        {
            Inputs = [Call<T>.Numbers(Enumerable.Repeat(row, classes).SelectMany(logits => logits))],
            Label = [.. Enumerable.Range(0, classes)],
            Upstream = Call<T>.Numbers(Enumerable.Repeat(1.0, classes)),
        }.Fresh(classes);
        ((ILossMembers<T>)(object)new LabelMembers(loss)).ValuesAndGradient(call);
        return (call.Destination, call.Gradients[0]);
    }

    private static double TermFactor(double[] row) => 1 + (row.Length * UnitsPerTerm / UnitsInTheLastPlace);

    private static void AssertWithin(double expected, T actual, double size, FormattableString context)
    {
        double number = double.CreateTruncating(actual);
        double allowed = (UnitsInTheLastPlace * unit * Math.Abs(size)) + smallestNormal;
        if (expected.Equals(number) || (double.IsFinite(expected) && Math.Abs(expected - number) <= allowed))
            return;
        double units = Math.Abs(expected - number) / (unit * Math.Abs(size));
        Assert.Fail($"{typeof(T).Name} {FormattableString.Invariant(context)}: " + FormattableString.Invariant(
            $"expected {expected:R}, got {number:R}, which is {units:F1} units in the last place of {size:E3}"));
    }

    private static string Context(LabelLoss loss, double[] row, int label) =>
        FormattableString.Invariant($"{loss.GetType().Name} of {row.Length} classes {new Row([.. row.Take(12)])}, label {label}");
}
