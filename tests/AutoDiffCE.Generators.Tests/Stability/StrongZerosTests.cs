using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

public class StrongZerosTests
{
    private readonly Notation n = new();

    private Expression Z => n.Scalar("z");

    public static TheoryData<double> Infinities => [double.NegativeInfinity, double.PositiveInfinity];

    [Theory]
    [MemberData(nameof(Infinities))]
    public void A_product_that_tends_to_zero_is_zero_at_infinity(double z)
    {
        Assert.Equal(0, At(z, n.Exp(-(Z * Z)) * Z * Z));
        Assert.Equal(0, At(z, n.Sigmoid(Z) * n.Sigmoid(-Z) * Z));
        Assert.Equal(0, At(z, n.HyperParameter("q") * n.Sigmoid(Z) * n.Softplus(-Z) * n.Sigmoid(-Z) * n.Softplus(Z)));
    }

    [Fact]
    public void A_product_that_grows_is_infinite_still()
    {
        Assert.Equal(0, At(double.NegativeInfinity, Z * n.Sigmoid(Z)));
        Assert.Equal(double.PositiveInfinity, At(double.PositiveInfinity, Z * n.Sigmoid(Z)));
        Assert.Equal(double.NaN, At(double.NaN, Z * n.Sigmoid(Z)));
    }

    [Theory]
    [InlineData(2, double.NegativeInfinity)]
    [InlineData(-2, double.PositiveInfinity)]
    public void A_probability_at_a_temperature_is_a_strong_zero_whatever_the_sign_of_the_temperature(double temperature, double z)
    {
        Node guarded = new StrongZeros(n.NodeAlgebra).Guard(n.NodeAlgebra.Canonical((n.Exp(Z / n.HyperParameter("q")) * Z).Node));
        FormulaArguments arguments = Arguments(z);
        arguments.Scalars["q"] = temperature;
        Assert.Equal(0, new Interpreter(arguments).Evaluate(guarded));
        arguments.Scalars["z"] = -z;
        Assert.Equal(-z, new Interpreter(arguments).Evaluate(guarded));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(-1, 0.3678794411714423)]
    public void What_moves_on_one_side_of_a_condition_only_is_guarded_on_that_side(double t, double expected)
    {
        Expression logarithm = n.Where(n.Scalar("t") > 0, Z, n.Number(1));
        Node guarded = new StrongZeros(n.NodeAlgebra).Guard(n.NodeAlgebra.Canonical((n.Exp(-logarithm) * logarithm).Node));
        FormulaArguments arguments = Arguments(double.PositiveInfinity);
        arguments.Scalars["t"] = t;
        Assert.Equal(expected, new Interpreter(arguments).Evaluate(guarded), 15);
    }

    [Fact]
    public void Finite_inputs_give_what_they_gave()
    {
        foreach (double z in new[] { -800, -700, -3.5, 0, 1, 40 })
        {
            Expression swish = Z * n.Sigmoid(Z);
            Assert.Equal(new Interpreter(Arguments(z)).Evaluate(swish.Node), At(z, swish));
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, double.PositiveInfinity)]
    public void What_is_masked_or_weighs_nothing_is_zero_beside_infinity(double weight, double expected)
    {
        Expression derivative = n.Relu(Z);
        Expression[] products =
        [
            n.Call(Functions.StrongProduct, n.Scalar("t"), n.Sigmoid(Z)) * derivative,
            n.Sum(n.Where(n.X > 0, n.X, n.Number(0))) * derivative,
            n.Where(n.Scalar("t") > 0, n.Scalar("t"), n.Number(0)) * derivative,
        ];
        foreach (Expression product in products)
        {
            FormulaArguments arguments = Arguments(double.PositiveInfinity);
            arguments.Scalars["t"] = weight;
            arguments.Rows["x"] = [weight, -3, 2 * weight];
            Node guarded = new StrongZeros(n.NodeAlgebra).Guard(n.NodeAlgebra.Canonical(product.Node));
            Assert.Equal(expected, new Interpreter(arguments).Evaluate(guarded));
        }
    }

    public static TheoryData<string> AtTheOrigin => ["length", "fourth power", "distance to the power of 1.5", "captured power"];

    [Theory]
    [MemberData(nameof(AtTheOrigin))]
    public void An_infinite_derivative_of_what_does_not_move_is_zero(string name)
    {
        Expression distance = Z - n.Scalar("t");
        Expression expression = name switch
        {
            "length" => n.Sqrt((Z * Z) + (n.Scalar("t") * n.Scalar("t"))),
            "fourth power" => n.Sqrt(n.Pow(distance, n.Number(4))),
            "captured power" => n.Pow(distance * distance, n.HyperParameter("q") / 3),
            _ => n.Pow(distance * distance, n.Number(0.75)),
        };
        Assert.Equal(0, DerivativeAt(0, expression));
        Assert.NotEqual(0, DerivativeAt(1, expression));
    }

    [Fact]
    public void An_infinite_derivative_of_what_moves_stays_infinite()
    {
        Assert.Equal(double.PositiveInfinity, DerivativeAt(0, n.Sqrt(Z)));
        Assert.Equal(double.PositiveInfinity, DerivativeAt(0, n.Sqrt(Z + n.Scalar("t"))));
        Assert.Equal(double.PositiveInfinity, DerivativeAt(0, n.Pow(Z, n.Number(0.75))));
    }

    [Fact]
    public void What_cannot_be_zero_times_infinity_stays_as_it_is()
    {
        Unchanged(n.Sigmoid(Z) * n.Softplus(Z));
        Unchanged(n.Exp(n.X - n.LogSumExp(n.X)) * n.LogSumExp(n.X));
    }

    public static TheoryData<string> Overflowing => ["exponential", "power", "quotient", "sum over a row", "logarithm", "sum of squares"];

    [Theory]
    [MemberData(nameof(Overflowing))]
    public void A_factor_of_zero_cancels_what_overflows_from_finite_inputs_and_nothing_else(string name)
    {
        Expression large = name switch
        {
            "exponential" => n.Exp(Z),
            "power" => n.Pow(Z, n.Number(-200.5)),
            "quotient" => 1 / (1 - n.Exp(Z)),
            "sum over a row" => n.Sum(n.Exp(n.X)),
            "logarithm" => n.Log(Z - 1e-3) - 3,
            _ => (Z * Z) + (n.Scalar("t") * n.Scalar("t")),
        };
        double z = name switch { "exponential" => 1000, "quotient" => 0, "sum of squares" => 1e200, _ => 1e-3 };
        Assert.Equal(0, Product(0, z, 1000));
        Assert.Equal(name is "logarithm" ? double.NegativeInfinity : double.PositiveInfinity, Product(1, z, 1000));
        Assert.Equal(double.NaN, Product(0, double.NaN, double.NaN));
        // 0 · ∞^−200.5 and 0 / (1 − e^∞) are 0 in plain arithmetic, too.
        double atInfinity = name is "power" or "quotient" ? 0 : double.NaN;
        Assert.Equal(atInfinity, Math.Abs(Product(0, double.PositiveInfinity, double.PositiveInfinity)));

        double Product(double weight, double input, double element)
        {
            FormulaArguments arguments = Arguments(input);
            (arguments.Scalars["t"], arguments.Scalars["k"]) = (1, weight);
            arguments.Rows["x"] = [0, element, 0];
            Node guarded = new StrongZeros(n.NodeAlgebra).Guard(n.NodeAlgebra.Canonical((n.HyperParameter("k") * large).Node));
            return new Interpreter(arguments).Evaluate(guarded);
        }
    }

    [Fact]
    public void A_side_that_is_not_taken_counts_nothing_whatever_is_there()
    {
        foreach (double z in new[] { 1000, double.PositiveInfinity })
        {
            Assert.Equal(0, DerivativeAt(z, n.Min(n.Exp(Z), n.Number(2))));
            Assert.Equal(0, DerivativeAt(z, n.Clamp(n.Exp(Z), n.Number(0), n.Number(2))));
            Assert.Equal(0, DerivativeAt(z, n.Where(Z > 2, n.Number(2), n.Exp(Z))));
        }
        Assert.Equal(0, DerivativeAt(0, n.Max(n.Log(Z), n.Number(-1))));
    }

    [Fact]
    public void What_may_be_infinite_in_many_ways_is_asked_about_once()
    {
        Expression t = n.Scalar("t");
        Node zero = new Overflow(n.NodeAlgebra, null).ZeroOf(n.NodeAlgebra.Canonical(((Z * t) + (Z / t) + (t / Z)).Node));
        Assert.Equal("zeroIfFinite(z) + zeroIfFinite(t)", zero.ToString());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(40)]
    public void Products_of_any_length_keep_every_factor(int length)
    {
        Expression t = n.Scalar("t");
        Expression different = Enumerable.Range(1, length).Select(number => Z + (0.1 * number)).Aggregate((left, right) => left * right);
        Expression equal = Enumerable.Repeat(Z, length).Aggregate((left, right) => left * right);
        FormulaArguments arguments = Arguments(0.7);
        (arguments.Scalars["t"], arguments.Scalars["upstream"]) = (0.9, 1.5);
        foreach (Expression product in new[] { different, equal, different * equal, different * t * t, different * n.Exp(Z) * n.Exp(Z) * t * t, equal * t * t / different })
        {
            Node value = n.NodeAlgebra.Canonical(product.Node);
            Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(value, n.Table.Scalar("upstream"), [new("z", InputKind.Scalar, true)])[0];
            foreach (Node node in new[] { value, gradient })
            {
                double expected = new Interpreter(arguments).Evaluate(node);
                Assert.InRange(new Interpreter(arguments).Evaluate(new StrongZeros(n.NodeAlgebra).Guard(node)) / expected, 1 - 1e-12, 1 + 1e-12);
            }
            Assert.InRange(new Interpreter(arguments).Evaluate(value) / new Interpreter(arguments).Evaluate(product.Node), 1 - 1e-12, 1 + 1e-12);
        }
    }

    [Fact]
    public void A_multiple_that_is_no_number_is_no_zero()
    {
        Node zero = new Overflow(n.NodeAlgebra, null).ZeroOf(n.NodeAlgebra.Canonical((n.Number(double.NaN) * Z).Node));
        Assert.Equal(double.NaN, new Interpreter(Arguments(1)).Evaluate(zero));
        Assert.Equal("zeroIfFinite(z)", new Overflow(n.NodeAlgebra, null).ZeroOf(n.NodeAlgebra.Canonical((-3 * Z).Node)).ToString());
    }

    private double DerivativeAt(double z, Expression expression)
    {
        Node value = n.NodeAlgebra.Canonical(expression.Node);
        Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(value, n.Table.Scalar("upstream"), [new("z", InputKind.Scalar, true)])[0];
        FormulaArguments arguments = Arguments(z);
        (arguments.Scalars["t"], arguments.Scalars["upstream"]) = (0, 1);
        return new Interpreter(arguments).Evaluate(new StrongZeros(n.NodeAlgebra).Guard(gradient));
    }

    private void Unchanged(Expression expression)
    {
        Node node = n.NodeAlgebra.Canonical(expression.Node);
        Assert.Same(node, new StrongZeros(n.NodeAlgebra).Guard(node));
    }

    private double At(double z, Expression expression)
    {
        Node guarded = new StrongZeros(n.NodeAlgebra).Guard(n.NodeAlgebra.Canonical(expression.Node));
        Assert.Contains(TopologicalOrder.FromLeaves([guarded]), node => node.Is(Functions.StrongProduct));
        return new Interpreter(Arguments(z)).Evaluate(guarded);
    }

    private static FormulaArguments Arguments(double z)
    {
        var arguments = new FormulaArguments { Classes = 3 };
        arguments.Scalars["z"] = z;
        arguments.Scalars["q"] = 2;
        return arguments;
    }
}
