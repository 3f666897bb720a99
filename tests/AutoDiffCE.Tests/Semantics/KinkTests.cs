using System.Numerics;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>Gradients at kinks: one convention for each function, in terms of the slopes to the left and to the right.</summary>
public abstract class KinkTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double tolerance = typeof(T) == typeof(float) ? 1e-6 : 1e-9;

    [Fact]
    public void A_tie_of_two_splits_equally()
    {
        var loss = new PinballLoss(0.25);
        AssertScalar(loss, loss.Formula, 1.5, 1.5, (left, right) => (left + right) / 2);
    }

    [Fact]
    public void A_tie_in_a_row_splits_equally()
    {
        var loss = new ExtremesLoss();
        double[] row = [2, -1, 2, 0, 2, -1];
        double[] gradient = RowGradient(loss, row, 3);
        double ofMaximum = 1.0 / 3;
        double ofMinimum = -0.5 / 2;
        double[] rest = RestOfExtremes(row, 3);
        for (int c = 0; c < row.Length; c++)
            Assert.Equal(rest[c] + (row[c] == 2 ? ofMaximum : row[c] == -1 ? ofMinimum : 0), gradient[c], tolerance);
    }

    [Fact]
    public void A_tie_among_all_classes_but_one_splits_equally()
    {
        Assert.Equal([0.5, -1, 0.5, 0], RowGradient(new CrammerSingerLoss(1), [3, 2, 3, -1], 1));
        // Max(0, 0) is a tie, too: half of the slope.
        Assert.Equal([0.5, -0.5], RowGradient(new CrammerSingerLoss(1), [2, 3], 1));
    }

    [Fact]
    public void A_magnitude_is_flat_at_zero()
    {
        var loss = new HuberLoss(0.5);
        AssertScalar(loss, loss.Formula, 1.25, 1.25, (_, _) => 0);
    }

    [Fact]
    public void A_hinge_is_flat_where_it_begins()
    {
        // The shortfall of the other class is 1 − (2 − 1) = 0.
        var loss = new MultiMarginLoss(1);
        double[] row = [2, 1];
        Assert.Equal([0, 0], RowGradient(loss, row, 0));
        Assert.Equal(0.5, Difference.OneSided(row, 1, toTheRight: true, () => loss.Formula(row, 0)), 1e-9);
    }

    [Fact]
    public void A_clamp_passes_the_slope_at_its_ends()
    {
        var loss = new ClampedRowLoss();
        foreach ((double end, bool toTheRight) in new[] { (-1.03, true), (1.52, false) })
        {
            double number = double.CreateTruncating(T.CreateTruncating(end));
            // In float the end is a neighbor of the bound, and may lie outside.
            if (number != end)
                continue;
            double[] row = [end, 0.25];
            double inside = Difference.OneSided(row, 0, toTheRight, () => loss.Formula(row, 1));
            Assert.NotEqual(0, inside);
            Assert.Equal(inside, RowGradient(loss, row, 1)[0], 1e-6);
        }
    }

    [Fact]
    public void A_branch_follows_the_side_that_it_takes()
    {
        var huber = new HuberLoss(0.5);
        AssertScalar(huber, huber.Formula, 1.75, 1.25, (left, _) => left);
        var early = new EarlyReturnLoss(0.5);
        double[] row = [0.5, -1];
        double[] gradient = RowGradient(early, row, 0);
        // At the limit the early return is not taken: own > limit does not hold.
        Assert.Equal(Difference.OneSided(row, 0, toTheRight: false, () => early.Formula(row, 0)), gradient[0], 1e-6);
    }

    // Without Max and Min, the derivative of the formula is smooth.
    private static double[] RestOfExtremes(double[] row, int label)
    {
        double sum = row.Sum(Math.Exp);
        return
        [
            .. row.Select((x, c) =>
            {
                double sigmoid = LossMath.Sigmoid(x);
                return (2 * x / row.Length) + sigmoid + (x * sigmoid * (1 - sigmoid)) - (Math.Exp(x) / sum) - (c == label ? 1 : 0);
            }),
        ];
    }

    private static void AssertScalar(
        ElementwiseLoss loss, Func<double, double, double> formula, double prediction, double target, Func<double, double, double> convention)
    {
        double[] number = [prediction];
        double left = Difference.OneSided(number, 0, toTheRight: false, () => formula(number[0], target));
        double right = Difference.OneSided(number, 0, toTheRight: true, () => formula(number[0], target));
        Call<T> call = new Call<T> { Inputs = [Call<T>.Numbers(number), Call<T>.Numbers([target])] }.Fresh(1);
        ((ILossMembers<T>)(object)new TargetMembers(loss)).ValueAndGradient(call);
        Assert.Equal(convention(left, right), double.CreateTruncating(call.Gradients[0][0]), tolerance);
    }

    private static double[] RowGradient(LabelLoss loss, double[] row, int label)
    {
        Call<T> call = new Call<T> { Inputs = [Call<T>.Numbers(row)], Label = [label] }.Fresh(1);
        ((ILossMembers<T>)(object)new LabelMembers(loss)).ValueAndGradient(call);
        return [.. call.Gradients[0].Select(double.CreateTruncating)];
    }
}
