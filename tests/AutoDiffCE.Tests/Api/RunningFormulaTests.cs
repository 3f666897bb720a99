using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Api;

// Formulas as a user writes them, in the presence of the implicit System namespace, whose Index and Math must not get in the way.
public class RunningFormulaTests
{
    private const double Tolerance = 1e-15;

    [Fact]
    public void Textbook_cross_entropy_is_minus_log_softmax_of_the_label()
    {
        Row logits = [1, 2, 0.5];

        double textbook = -Log(Exp(logits[1]) / Sum(Exp(logits)));

        Assert.Equal(-LogSoftmax(logits)[1], textbook, Tolerance);
    }

    [Fact]
    public void Captured_rows_and_masks_meet_the_row_of_the_sample()
    {
        Row logits = [2, 1, 0];
        Row priors = [0.5, 0.25, 0.25];
        const int Label = 1;

        Row adjusted = logits + 0.5 * Log(priors);
        double largestOther = Max(Where(Index(adjusted) != Label, adjusted, double.NegativeInfinity));
        double hinge = Relu(1 + largestOther - adjusted[Label]);

        Assert.Equal(1 + (2 + 0.5 * Math.Log(0.5)) - (1 + 0.5 * Math.Log(0.25)), hinge, Tolerance);
    }

    [Fact]
    public void A_captured_array_converts_where_a_row_is_expected()
    {
        double[] priors = [0.5, 0.5];

        Assert.Equal<Row>([Math.Log(0.5), Math.Log(0.5)], Log(priors));
    }

    [Fact]
    public void Integers_become_real_numbers_in_every_operator()
    {
        Row row = [1, 2];
        int two = 2;

        Assert.Equal<Row>([0.5, 1], row / two);
        Assert.Equal<Row>([2, 2], Max(row, two));
        Assert.Equal(1, Count(row == two));
        Assert.Equal(0.5, Count(row == two) / row.Length);
    }
}
