using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>Inputs to which no derivative flows, and which may be held elsewhere than where they are.</summary>
public class ExactHeldTests
{
    // x · held(x)² + Σ row · held(row)
    private const string Text = "x0 h0 h0 *3 #0 x1[] #0 h1[] *2 Sum#0 +2";

    [Fact]
    public void A_held_input_is_read_and_has_no_derivative()
    {
        var formula = new ExactFormula(Text);
        Assert.True(formula.HoldsInputs);
        Assert.False(new ExactFormula("x0 x0 *2").HoldsInputs);
        var point = new ExactPoint(BallArithmetic.MinPrecision, formula, new ExactSample([[3], [1, 2]], [], Captures.None, 2), [1]);
        Assert.Equal(32, point[ExactElement.OfValue()].ToDouble());
        Assert.Equal(9, point[new ExactElement(0, 0)].ToDouble());
        Assert.Equal(2, point[new ExactElement(1, 1)].ToDouble());
    }

    [Fact]
    public void What_is_held_elsewhere_does_not_follow()
    {
        var sample = new ExactSample([[3], [1, 2]], [], Captures.None, 2) { Held = [[2], [1, 5]] };
        var point = new ExactPoint(BallArithmetic.MinPrecision, new ExactFormula(Text), sample, [1]);
        Assert.Equal(12 + 1 + 10, point[ExactElement.OfValue()].ToDouble());
        Assert.Equal(5, point[new ExactElement(1, 1)].ToDouble());
    }
}
