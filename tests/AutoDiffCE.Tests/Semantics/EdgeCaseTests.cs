using System.Numerics;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>
/// Cross-entropy where logits, labels, weights or batches are at an edge. PyTorch's results, but for one principle: a weight, a probability or a mask
/// that is zero adds nothing, also beside infinities and NaN.
/// </summary>
public abstract partial class EdgeCaseTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Infinity = double.PositiveInfinity;
    private const double NaN = double.NaN;

    private static readonly double tolerance = typeof(T) == typeof(float) ? 1e-6 : 1e-14;

    // Every case also as a row that is too long for samples to run along the lanes: classes of −∞ behind it change nothing.
    private static readonly int[] paddings = [0, 200];

    [Fact]
    public void A_label_that_cannot_be_costs_infinity_and_still_has_a_gradient()
    {
        AssertRow([-Infinity, 1, 1, 2], 0, Infinity, [-1, P(1, 1, 1, 2), P(1, 1, 1, 2), P(2, 1, 1, 2)]);
        AssertRow([-Infinity, 1, 1, 2], 0, 0, [0, 0, 0, 0], new CrossEntropyLoss { ClassWeights = [0, 1, 1, 1], Reduction = Reduction.Sum });
    }

    [Fact]
    public void A_class_that_cannot_be_has_a_gradient_of_exactly_zero()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss(), [3, -Infinity, 1], [0]);
        Assert.Equal(Math.Log(1 + Math.Exp(-2)), result.Value, tolerance);
        Assert.Equal(0, result.Gradient[1]);
        AssertRow([3, -Infinity, 1], 0, Math.Log(1 + Math.Exp(-2)), [P(3, 3, 1) - 1, 0, P(1, 3, 1)]);
    }

    [Fact]
    public void Smoothing_onto_a_class_that_cannot_be_costs_infinity()
    {
        var loss = new CrossEntropyLoss { LabelSmoothing = 0.3 };
        Evaluation result = Evaluate(loss, [1, -Infinity, 2], [0]);
        Assert.Equal(Infinity, result.Value);
        AssertNumbers([P(1, 1, 2) - 0.8, -0.1, P(2, 1, 2) - 0.1], result.Gradient);
    }

    [Fact]
    public void Smoothing_onto_a_class_that_cannot_be_but_weighs_nothing_costs_nothing()
    {
        var loss = new CrossEntropyLoss { LabelSmoothing = 0.3, ClassWeights = [1, 0, 1], Reduction = Reduction.Sum };
        Evaluation result = Evaluate(loss, [1, -Infinity, 2], [0]);
        double logSum = 1 + Math.Log(1 + Math.E);
        Assert.Equal((0.8 * (logSum - 1)) + (0.1 * (logSum - 2)), result.Value, tolerance);
        AssertNumbers([(0.9 * P(1, 1, 2)) - 0.8, 0, (0.9 * P(2, 1, 2)) - 0.1], result.Gradient);
    }

    [Fact]
    public void A_probability_of_zero_at_a_class_that_cannot_be_costs_nothing()
    {
        Evaluation result = EvaluateDistribution(new CrossEntropyLoss(), [1, -Infinity, 2], [0.25, 0, 0.75]);
        double logSum = 1 + Math.Log(1 + Math.E);
        Assert.Equal((0.25 * (logSum - 1)) + (0.75 * (logSum - 2)), result.Value, tolerance);
        AssertNumbers([P(1, 1, 2) - 0.25, 0, P(2, 1, 2) - 0.75], result.Gradient);
    }

    [Fact]
    public void A_probability_at_a_class_that_cannot_be_costs_infinity()
    {
        Evaluation result = EvaluateDistribution(new CrossEntropyLoss(), [1, -Infinity, 2], [0.25, 0.5, 0.25]);
        Assert.Equal(Infinity, result.Value);
        AssertNumbers([P(1, 1, 2) - 0.25, -0.5, P(2, 1, 2) - 0.25], result.Gradient);
    }

    [Fact]
    public void A_row_without_a_possible_class_is_not_a_number()
    {
        foreach (int label in new[] { 0, 2 })
            AssertRow([-Infinity, -Infinity, -Infinity], label, NaN, [NaN, NaN, NaN]);
    }

    [Fact]
    public void Infinity_in_a_row_is_not_a_number_and_neither_is_the_gradient_of_the_row()
    {
        foreach (int label in new[] { 0, 1 })
            AssertRow([1, Infinity, 2], label, NaN, [NaN, NaN, NaN]);
    }

    [Fact]
    public void Not_a_number_stays_in_its_row()
    {
        foreach (int label in new[] { 0, 1 })
        {
            AssertRow([1, NaN, 2], label, NaN, [NaN, NaN, NaN]);
            Evaluation result = Evaluate(new CrossEntropyLoss { Reduction = Reduction.Sum }, [1, NaN, 2, 1, 1, 2], [label, 2]);
            Assert.Equal(NaN, result.Value);
            Assert.Equal(NaN, result.Values[0]);
            Assert.Equal(Math.Log((2 / Math.E) + 1), result.Values[1], tolerance);
            AssertNumbers([NaN, NaN, NaN, P(1, 1, 1, 2), P(1, 1, 1, 2), P(2, 1, 1, 2) - 1], result.Gradient);
        }
    }

    [Fact]
    public void A_single_class_costs_nothing()
    {
        foreach (double logit in new[] { 0, 5, 1e4, -1e4 })
            AssertRow([logit], 0, 0, [0]);
    }

    [Fact]
    public void Certainty_costs_nothing()
    {
        AssertRow([1e4, 0, 0], 0, 0, [0, 0, 0]);
        AssertRow([1e4, 0, 0], 1, 1e4, [1, -1, 0]);
    }

    [Fact]
    public void Large_logits_that_are_equal_share_the_probability()
    {
        AssertRow([1e8, 1e8], 0, Math.Log(2), [-0.5, 0.5]);
        AssertRow([1e8, 1e8, 1e8], 1, Math.Log(3), [1.0 / 3, -2.0 / 3, 1.0 / 3]);
        AssertRow([-1e30, -1e30], 1, Math.Log(2), [0.5, -0.5]);
    }

    [Fact]
    public void Classes_that_cannot_be_may_come_first_in_a_long_row()
    {
        double[] row = [.. Enumerable.Repeat(-Infinity, 300), 1, 2, 3];
        Evaluation result = Evaluate(new CrossEntropyLoss(), row, [301]);
        Assert.Equal(Math.Log(Math.Exp(-1) + 1 + Math.E), result.Value, tolerance);
        AssertNumbers([.. Enumerable.Repeat(0.0, 300), P(1, 1, 2, 3), P(2, 1, 2, 3) - 1, P(3, 1, 2, 3)], result.Gradient);
    }

    [Fact]
    public void A_distribution_need_not_add_up_to_one()
    {
        Evaluation result = EvaluateDistribution(new CrossEntropyLoss { LabelSmoothing = 0.25 }, [1, 2], [1, 2]);
        double logSum = 2 + Math.Log(1 + Math.Exp(-1));
        (double first, double second) = ((0.75 * 1) + 0.125, (0.75 * 2) + 0.125);
        Assert.Equal((first * (logSum - 1)) + (second * (logSum - 2)), result.Value, 3 * tolerance);
        AssertNumbers([((first + second) * P(1, 1, 2)) - first, ((first + second) * P(2, 1, 2)) - second], result.Gradient);
    }

    [Fact]
    public void Gradients_of_a_row_add_up_to_zero()
    {
        Evaluation result = Evaluate(new CrossEntropyLoss(), [.. Enumerable.Range(0, 150).Select(c => Math.Sin(c))], [7]);
        Assert.Equal(0, result.Gradient.Sum(), 10 * tolerance);
    }

    // The probability of one logit among all.
    private static double P(double logit, params double[] all) => 1 / all.Sum(other => Math.Exp(other - logit));
}
