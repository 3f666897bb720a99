using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Scheduling;

public class LoweringTests
{
    private const double Tolerance = 1e-13;

    public static TheoryData<string> FunctionsOfOne =>
        [.. Functions.Callable.Where(function => function.Arity == 1).Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(FunctionsOfOne))]
    public void A_lowered_function_has_the_value_of_its_reference(string name)
    {
        var notation = new Notation();
        Function function = Functions.ByName(name);
        Node node = notation.NodeAlgebra.Call(function, notation.Scalar("x").Node);
        Node lowered = new Lowering(notation.NodeAlgebra).Lower(node);
        foreach (double x in new[] { -30, -2.5, -1, -1e-9, 0, 1e-9, 0.75, 1, 3, 40 })
        {
            double expected = function.Evaluate(x, 0, 0);
            AssertClose(expected, Evaluate(lowered, x), name, x);
        }
    }

    [Fact]
    public void A_factor_that_is_taken_out_of_a_sum_of_nothing_adds_nothing()
    {
        var n = new Notation();
        Node masked = n.NodeAlgebra.Canonical(n.Sum(n.Where(n.X > n.Number(0), n.X * n.Exp(n.Sum(n.X * n.X)), n.Number(0))).Node);
        Node hoisted = new Hoisting(n.NodeAlgebra).HoistLateTerms(masked);
        Assert.NotSame(masked, hoisted);
        Assert.Equal(0, new Interpreter(new FormulaArguments { Classes = 2, Rows = { ["x"] = [-30, -40] } }).Evaluate(hoisted));
    }

    [Fact]
    public void A_log_sum_exp_and_its_softmax_share_their_exponentials()
    {
        var notation = new Notation();
        Node logSumExp = notation.Table.Reduce(Operation.LogSumExp, AxisSet.Row, notation.X.Node);
        Node softmax = notation.NodeAlgebra.Call(Functions.Exp, notation.NodeAlgebra.Subtract(notation.X.Node, logSumExp));
        var lowering = new Lowering(notation.NodeAlgebra);
        Node[] lowered = [lowering.Lower(logSumExp), lowering.Lower(softmax)];
        Assert.Single(TopologicalOrder.FromLeaves(lowered), node => node.Is(Functions.Exp));
    }

    private static readonly Func<Notation, Expression>[] rowsOfManyParts =
    [
        n => n.X * n.X * n.X * n.Scalar("s") * n.Scalar("s"),
        n => n.X * n.Sum(n.X) * n.Max(n.X) * n.X,
        n => n.X * n.Scalar("s") + n.Number(0.1) * n.Sum(n.X) + n.Number(0.3) * n.Scalar("s"),
        n => n.Where(n.X > n.Number(0), n.X * n.Scalar("s") * n.Scalar("t"), n.X) * n.Scalar("s") * n.Scalar("t"),
        n => n.Tanh(n.Number(0.001) * n.X * n.Scalar("s") * n.Scalar("t")) * n.Number(10000),
        n => (n.X + n.Index) * n.Scalar("s") * n.Scalar("t"),
        n => n.Number(10000) * n.X * n.Scalar("s") * n.Scalar("t") / n.Sum(n.X),
    ];

    // At an index no factor varies, and a product that is rounded in another way than along the row is not the largest of its row.
    [Fact]
    public void The_largest_of_a_row_is_found_equal_to_itself_at_an_index()
    {
        foreach (Func<Notation, Expression> row in rowsOfManyParts)
        {
            var n = new Notation();
            NodeAlgebra algebra = n.NodeAlgebra;
            Node u = algebra.Canonical(row(n).Node);
            Node logSumExp = algebra.Reduce(Operation.LogSumExp, AxisSet.Row, u);
            Node picked = algebra.Subtract(algebra.At(u, AxisSet.Row, n.Y.Node), logSumExp);
            var parts = new SoftmaxParts(algebra, AxisSet.Row, u, null);
            Node shifted = algebra.At(parts.Exponential, AxisSet.Row, n.Y.Node);
            Node[] roots = [picked, algebra.Negate(picked), algebra.Call(Functions.Exp, picked), algebra.Add(picked, n.Scalar("zero").Node), shifted];
            Node[] lowered = [.. roots.Select(new Lowering(algebra, roots).Lower)];
            Node[] arranged = [.. lowered.Select(root => new Hoisting(algebra).Arrange(new LoopNesting(algebra).Nest(algebra.NormalizeAxes(root))))];
            for (int sample = 0; sample < 50; sample++)
            {
                var arguments = new FormulaArguments { Classes = 3, Labels = { ["y"] = 1 }, Rows = { ["x"] = [0.1, 10000.0 / 3 + sample, 0.2] } };
                (arguments.Scalars["s"], arguments.Scalars["t"], arguments.Scalars["zero"]) = (1.1 + (sample / 7.0), 3 - (sample / 30.0), 0);
                Assert.Equal([0, 0, 1, 0, 1], arranged.Select(root => Math.Abs(new Interpreter(arguments).Evaluate(root))));
            }
        }
    }

    [Theory]
    [InlineData(0, -50, 1.9287498479639178e-22)]
    [InlineData(-50, 0, 1.9287498479639178e-22)]
    [InlineData(0, 0, 0.69314718055994531)]
    [InlineData(1000, 1000, 1000.6931471805599)]
    [InlineData(double.NegativeInfinity, 0, 0)]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, 0, double.NaN)]
    public void A_log_sum_exp_keeps_what_the_smaller_terms_add(double first, double second, double expected)
    {
        var notation = new Notation();
        Node lowered = new Lowering(notation.NodeAlgebra).Lower(notation.LogSumExp(notation.X).Node);
        var arguments = new FormulaArguments { Classes = 2 };
        arguments.Rows["x"] = [first, second];
        AssertClose(expected, new Interpreter(arguments).Evaluate(lowered), "log-sum-exp", first);
    }

    [Fact]
    public void A_softmax_over_nothing_is_zero_and_not_NaN()
    {
        var notation = new Notation();
        Node logSumExp = notation.Table.Reduce(Operation.LogSumExp, AxisSet.Row, notation.X.Node);
        Node softmax = notation.NodeAlgebra.Call(Functions.Exp, notation.NodeAlgebra.Subtract(notation.X.Node, logSumExp));
        Node lowered = new Lowering(notation.NodeAlgebra).Lower(softmax);
        var arguments = new FormulaArguments { Classes = 2 };
        arguments.Rows["x"] = [double.NegativeInfinity, double.NegativeInfinity];
        Assert.Equal([0, 0], new Interpreter(arguments).EvaluateRow(lowered));
    }

    [Theory]
    [InlineData(3, -4, 5)]
    [InlineData(3e300, -4e300, 5e300)]
    [InlineData(3e-300, 4e-300, 5e-300)]
    [InlineData(0, 0, 0)]
    [InlineData(double.NegativeInfinity, 1, double.PositiveInfinity)]
    [InlineData(double.NaN, 1, double.NaN)]
    public void A_lowered_norm_neither_overflows_nor_underflows(double first, double second, double expected)
    {
        var notation = new Notation();
        Node lowered = new Lowering(notation.NodeAlgebra).Lower(notation.Norm(notation.X).Node);
        var arguments = new FormulaArguments { Classes = 2 };
        arguments.Rows["x"] = [first, second];
        AssertClose(expected, new Interpreter(arguments).Evaluate(lowered), "norm", first);
    }

    [Fact]
    public void Value_and_gradient_of_binary_cross_entropy_share_one_exponential_and_one_logarithm()
    {
        KernelPlan plan = Plans.OfScalars("-(t * Log(Sigmoid(x)) + (1 - t) * Log(1 - Sigmoid(x)))").ValuesAndGradient;
        List<Node> nodes = TopologicalOrder.FromLeaves(plan.SampleRoots);
        Assert.Single(nodes, node => node.Is(Functions.Exp));
        Assert.Single(nodes, node => node.Is(Functions.LogP1));
    }

    [Fact]
    public void Everything_that_is_scheduled_can_be_written_in_registers()
    {
        // Groups are dissolved later, what an extremum is attained by is asked with the extremum, and what is printed is not scheduled.
        Function[] others = [Functions.Grouped, Functions.Attained, Functions.ElementAt, Functions.PrintedAs];
        foreach (Function function in Functions.All.Where(function => function.Lanes is null).Except(others))
        {
            var notation = new Notation();
            Node[] operands = [.. Enumerable.Range(0, function.Arity).Select(index => notation.Scalar("x" + index).Node)];
            Node lowered = new Lowering(notation.NodeAlgebra).Lower(notation.NodeAlgebra.Call(function, operands));
            Assert.All(TopologicalOrder.FromLeaves([lowered]).Where(node => node.Function is not null), node =>
                Assert.True(node.Function!.Lanes is not null, $"{node} is left of {function.Name}."));
        }
    }

    private static double Evaluate(Node node, double x)
    {
        var arguments = new FormulaArguments();
        arguments.Scalars["x"] = x;
        return new Interpreter(arguments).Evaluate(node);
    }

    private static void AssertClose(double expected, double actual, string name, double x)
    {
        bool same = expected.Equals(actual) || Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected);
        Assert.True(same, $"{name}({x}) = {actual}, not {expected}.");
    }
}
