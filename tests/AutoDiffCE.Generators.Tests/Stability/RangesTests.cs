using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

public class RangesTests
{
    private readonly Notation n = new();

    private Ranges Ranges => n.NodeAlgebra.Ranges;

    private Expression Z => n.Scalar("z");

    [Fact]
    public void Exponentials_and_what_is_made_of_them_are_positive()
    {
        Positive(n.Exp(Z));
        Positive(n.Sigmoid(Z));
        Positive(n.Softplus(Z));
        Positive(n.Sum(n.Exp(n.X)));
        Positive(n.Softmax(n.X));
        Positive(n.Exp(Z) + (Z * Z));
        Positive(1 + (Z * Z));
        Positive(n.Sqrt(n.Exp(Z)));
        Positive(n.Pow(n.Exp(Z), n.HyperParameter("q")));
        Positive(n.Length);
        Positive(n.Max(Z, n.Number(1e-12)));
        Positive(n.Clamp(Z, n.Number(1e-12), n.Number(1)));
        Positive(n.Where(Z > 0, n.Exp(Z), n.Number(2)));
        Positive(n.Max(n.Exp(n.X)));
    }

    [Fact]
    public void A_label_is_not_negative_and_an_integer_that_is_none_may_be()
    {
        Assert.Equal(Interval.NonNegative, Ranges.Of(n.Y.Node));
        Assert.Equal(Interval.NonNegative, Ranges.Of(n.Label("wide", 2).Node));
        Assert.Equal(Interval.All, Ranges.Of(n.Table.Integer("number")));
    }

    [Fact]
    public void What_can_be_zero_or_negative_is_not_positive()
    {
        NotPositive(Z);
        NotPositive(n.HyperParameter("q"));
        NotPositive(Z * Z);
        NotPositive(n.Abs(Z));
        NotPositive(n.Relu(Z));
        NotPositive(n.Exp(Z) - 1);
        NotPositive(n.Exp(Z) * Z);
        NotPositive(n.Clamp(Z, n.Number(0), n.Number(1)));
        NotPositive(n.Min(n.Exp(Z), Z));
        NotPositive(n.Where(Z > 0, n.Exp(Z), n.Number(0)));
        NotPositive(n.Index);
        // Without one index nothing can be left.
        NotPositive(n.Wrap(n.Table.Reduce(Operation.Sum, 0, n.Exp(n.X).Node, n.Y.Node)));
    }

    [Fact]
    public void Squares_and_magnitudes_are_not_negative()
    {
        Assert.True(Ranges.IsNonNegative((Z * Z).Node));
        Assert.True(Ranges.IsNonNegative(n.Abs(Z).Node));
        Assert.True(Ranges.IsNonNegative(n.Sum(n.X * n.X).Node));
        Assert.False(Ranges.IsNonNegative((Z * n.Scalar("t")).Node));
        Assert.False(Ranges.IsNonNegative(n.XLogX(Z).Node));
    }

    [Fact]
    public void Intervals_are_as_tight_as_their_operands_say()
    {
        Assert.Equal(new Interval(0, 1), Ranges.Of(n.Sigmoid(Z).Node));
        Assert.Equal(new Interval(-1, 0), Ranges.Of((-n.Sigmoid(Z)).Node));
        Assert.Equal(new Interval(2, 4), Ranges.Of(((2 * n.Sigmoid(Z)) + 2).Node));
        Assert.Equal(new Interval(0.25, 0.5), Ranges.Of((1 / ((2 * n.Sigmoid(Z)) + 2)).Node));
        Assert.Equal(new Interval(-0.5, 0.5), Ranges.Of(n.Clamp(Z, n.Number(-0.5), n.Number(0.5)).Node));
        Assert.Equal(new Interval(0, 0.25), Ranges.Of(Squared(n.Clamp(Z, n.Number(-0.5), n.Number(0.5))).Node));
        Assert.Equal(new Interval(double.NegativeInfinity, 0), Ranges.Of(n.Log(n.Sigmoid(Z)).Node));
        Assert.Equal(new Interval(1, double.PositiveInfinity), Ranges.Of(n.Exp(n.Abs(Z)).Node));
    }

    [Fact]
    public void Random_values_lie_in_their_intervals()
    {
        const int seed = 31;
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            var notation = new Notation();
            Node node = RandomFormula.Make(notation, random, depth: 4).Node;
            Interval interval = notation.NodeAlgebra.Ranges.Of(node);
            double value = new Interpreter(RandomFormula.Arguments(random)).Evaluate(node);
            if (double.IsNaN(value))
                continue;
            // An interval is one of real numbers: leave room for rounding.
            double slack = 1e-9 * (1 + Math.Abs(value));
            Assert.True(
                interval.Low - slack <= value && value <= interval.High + slack,
                $"{node} is {value:R}, not in [{interval.Low:R}, {interval.High:R}], round {round} of seed {seed}");
            Assert.False(notation.NodeAlgebra.Ranges.IsPositive(node) && value < 0, $"{node} is {value:R}, round {round} of seed {seed}");
        }
    }

    private static Expression Squared(Expression x) => x * x;

    private void Positive(Expression expression) => Assert.True(Ranges.IsPositive(expression.Node), expression.ToString());

    private void NotPositive(Expression expression) => Assert.False(Ranges.IsPositive(expression.Node), expression.ToString());
}
