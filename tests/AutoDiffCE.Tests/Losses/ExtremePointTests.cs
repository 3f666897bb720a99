using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Losses;

/// <summary>
/// Ready-made losses where a formula that is run as it stands overflows, cancels or meets its kink: what they give there, to the last digits of each
/// precision.
/// </summary>
public class ExtremePointTests
{
    private const double DoubleTolerance = 1e-14;

    private const double FloatTolerance = 1e-6;

    /// <summary>A loss of a prediction and a target, its value there and its derivative.</summary>
    public static TheoryData<ElementwiseLoss, double, double, double, double> Points => new()
    {
        // log(1 + e^−x) is x, or e^−x
        { new SoftMarginLoss(), 1e4, -1, 1e4, 1 },
        { new SoftMarginLoss(), 1e4, 1, 0, 0 },
        { new SoftMarginLoss(), 80, 1, 1.8048513878454152e-35, -1.8048513878454152e-35 },
        // log cosh x = x²/2 − x⁴/12 + …, and x − log 2 + …; its derivative is tanh x
        { new AutoDiffCE.Losses.LogCoshLoss(), 1.0 / 8192, 0, 7.4505805784201111e-9, 1.2207031189367020e-4 },
        { new AutoDiffCE.Losses.LogCoshLoss(), 0, 0, 0, 0 },
        { new AutoDiffCE.Losses.LogCoshLoss(), 1000, 0, 999.30685281944005, 1 },
        { new AutoDiffCE.Losses.LogCoshLoss(), -1e30, 0, 1e30, -1 },
        { new MeanAbsoluteErrorLoss(), 3, 3, 0, 0 },
        { new SmoothL1Loss(0), 3, 3, 0, 0 },
        { new SmoothL1Loss(), 1e30, 0, 1e30, 1 },
        { new HuberLoss(), 1e30, 0, 1e30, 1 },
        { new QuantileLoss(0.25), 3, 3, 0, 0.25 },
        { new HingeLoss(), 1, 1, 0, 0 },
        { new SquaredHingeLoss(), 1, 1, 0, 0 },
        { new HingeEmbeddingLoss(), 1, -1, 0, -1 },
        { new HingeEmbeddingLoss(), -1e30, -1, 1e30, -1 },
        { new BinaryCrossEntropyLoss(), 0, 0, 0, 1 },
        { new BinaryCrossEntropyLoss(), 1, 1, 0, -1 },
        { new BinaryCrossEntropyLoss(), 0, 1, 100, 0 },
        { new BinaryCrossEntropyLoss(), 1, 0, 100, 0 },
        { new BinaryCrossEntropyWithLogitsLoss(), 1e4, 0, 1e4, 1 },
        { new BinaryCrossEntropyWithLogitsLoss(), -80, 0, 1.8048513878454152e-35, 1.8048513878454152e-35 },
        { new SigmoidFocalLoss(-1, 0), 1000, 1, 0, 0 },
        { new SigmoidFocalLoss(-1, 0), -1000, 1, 1000, -1 },
        { new SigmoidFocalLoss(-1, 0.5), 1000, 1, 0, 0 },
        { new SigmoidFocalLoss(-1, 0.5), -1000, 1, 1000, -1 },
        { new SigmoidFocalLoss(-1, 2), 1000, 0, 1000, 1 },
        { new SigmoidFocalLoss(-1, 2), -1000, 0, 0, 0 },
        // σ(x) softplus(x) at x = −40 is e^−80, and its derivative twice that
        { new SigmoidFocalLoss(0.25, 1), -40, 0, 0.75 * 1.8048513878454152e-35, 1.5 * 1.8048513878454152e-35 },
        { new PoissonNegativeLogLikelihoodLoss(full: true), 0, 0, 1, 1 },
        { new PoissonNegativeLogLikelihoodLoss(), -1e4, 0, 0, 0 },
        { new PoissonNegativeLogLikelihoodLoss(logInput: false, full: true), 0, 0, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Points))]
    public void A_loss_of_two_scalars_is_exact_where_it_is_extreme(ElementwiseLoss loss, double prediction, double target, double value, double gradient)
    {
        var gradients = new double[1];
        AssertClose(value, loss.ValueAndGradient([prediction], [target], gradients), DoubleTolerance);
        AssertClose(gradient, gradients[0], DoubleTolerance);

        var floats = new float[1];
        AssertClose(value, loss.ValueAndGradient([(float)prediction], [(float)target], floats), FloatTolerance);
        AssertClose(gradient, floats[0], FloatTolerance);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void A_focal_loss_is_finite_for_a_label_that_is_all_but_certain_and_one_that_cannot_be(double gamma)
    {
        var loss = new SoftmaxFocalLoss(gamma);
        var gradient = new float[4];
        var values = new float[2];
        loss.ValuesAndGradient([1000, -1000, 1000, -1000], [0, 1], [1, 1], values, gradient);
        Assert.Equal([0, 2000], values);
        Assert.Equal([0, 0, 1, -1], gradient);
    }

    [Fact]
    public void A_divergence_takes_nothing_from_a_class_that_cannot_be()
    {
        var gradient = new double[2];
        double[] impossible = [0, double.NegativeInfinity];
        Assert.Equal(0, new KullbackLeiblerLoss { Classes = 2 }.ValueAndGradient(impossible, [1, 0], gradient));
        Assert.Equal([-1, 0], gradient);
        Assert.Equal(0, new KullbackLeiblerLoss(logTarget: true) { Classes = 2 }.ValueAndGradient(impossible, impossible, gradient));
        Assert.Equal([-1, 0], gradient);
        Assert.Equal(double.PositiveInfinity, new KullbackLeiblerLoss { Classes = 2 }.Value(impossible, [0.5, 0.5]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Equal_scores_part_by_the_slope_of_their_ranking(double target)
    {
        double[] first = new double[1], second = new double[1];
        Assert.Equal(0, new MarginRankingLoss().ValueAndGradient([3], [3], [target], first, second));
        Assert.Equal([-target], first);
        Assert.Equal([target], second);
    }

    [Fact]
    public void Below_the_least_variance_the_loss_is_flat_in_it()
    {
        double[] byMean = new double[1], byVariance = new double[1];
        new GaussianNegativeLogLikelihoodLoss(epsilon: 0.25).ValueAndGradient([3], [1], [0], byMean, byVariance);
        Assert.Equal([8], byMean);
        Assert.Equal([0], byVariance);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1e30, 1e-30)]
    [InlineData(1e-30, 1e30)]
    [InlineData(1e30, 1e30)]
    public void A_cosine_does_not_depend_on_lengths_however_large(double firstLength, double secondLength)
    {
        double least = Math.Min(1, 5 * Math.Min(firstLength, secondLength) / 1e-6);
        float[] first = [3 * (float)firstLength, 4 * (float)firstLength], second = [4 * (float)secondLength, 3 * (float)secondLength];
        var loss = new CosineEmbeddingLoss { Classes = 2 };
        float[] firstGradient = new float[2], secondGradient = new float[2];
        AssertClose(1 - (0.96 * least), loss.ValueAndGradient(first, second, [1], firstGradient, secondGradient), FloatTolerance);
        Assert.All(firstGradient.Concat(secondGradient), gradient => Assert.True(float.IsFinite(gradient)));
    }

    [Fact]
    public void A_row_of_zeros_has_a_cosine_of_zero_and_a_gradient_along_the_other()
    {
        double[] first = new double[2], second = new double[2];
        Assert.Equal(1, new CosineEmbeddingLoss { Classes = 2 }.ValueAndGradient([0, 0], [3, 4], [1], first, second));
        AssertClose(-6e5, first[0], DoubleTolerance);
        AssertClose(-8e5, first[1], DoubleTolerance);
        Assert.Equal([0, 0], second);
    }

    [Fact]
    public void Equal_embeddings_have_a_finite_gradient_also_without_epsilon()
    {
        double[] anchor = new double[2], positive = new double[2], negative = new double[2];
        var loss = new TripletMarginLoss(epsilon: 0) { Classes = 2 };
        Assert.Equal(1, loss.ValueAndGradient([1, 2], [1, 2], [1, 2], anchor, positive, negative));
        Assert.All(anchor.Concat(positive).Concat(negative), gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void Distances_do_not_overflow_where_their_squares_do()
    {
        float[] anchor = new float[2], positive = new float[2], negative = new float[2];
        float value = new TripletMarginLoss { Classes = 2 }.ValueAndGradient([3e30f, 4e30f], [0, 0], [3e30f, 4e30f], anchor, positive, negative);
        AssertClose(5e30, value, FloatTolerance);
        AssertClose(-0.6, positive[0], FloatTolerance);
        AssertClose(-0.8, positive[1], FloatTolerance);
    }

    [Fact]
    public void Scores_that_are_apart_by_the_margin_have_no_gradient()
    {
        var gradient = new double[2];
        Assert.Equal(0, new MultiLabelMarginLoss { Classes = 2 }.ValueAndGradient([2, 1], [1, 0], gradient));
        Assert.Equal([0, 0], gradient);
    }

    [Fact]
    public void Optional_weights_have_the_length_of_a_row_or_none()
    {
        double[] logits = [1, -2, 3], target = [1, 0, 1];
        double plain = new MultiLabelSoftMarginLoss { Classes = 3 }.Value(logits, target);
        Assert.Equal(plain, new MultiLabelSoftMarginLoss(new double[] { 1, 1, 1 }) { Classes = 3 }.Value(logits, target));
        Assert.Equal(2 * plain, new MultiLabelSoftMarginLoss(new double[] { 2, 2, 2 }) { Classes = 3 }.Value(logits, target), 1e-15);
        Assert.Throws<ArgumentException>("weights", () => new MultiLabelSoftMarginLoss(new double[] { 1, 1 }) { Classes = 3 }.Value(logits, target));
    }

    private static void AssertClose(double expected, double actual, double tolerance)
    {
        bool isClose = expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Abs(expected);
        Assert.True(isClose, FormattableString.Invariant($"Expected {expected:R}, got {actual:R}."));
    }
}
