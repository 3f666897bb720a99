using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class InterpreterTests
{
    private readonly Notation n = new();

    private readonly FormulaArguments arguments = new()
    {
        Classes = 3,
        Rows = { ["x"] = [1, 4, 2], ["shared"] = [10, 20, 30] },
        Labels = { ["y"] = 1 },
        Scalars = { ["z"] = 0.5, ["q"] = 3 },
    };

    [Fact]
    public void Leaves_are_the_numbers_of_the_sample()
    {
        Assert.Equal(0.5, Evaluate(n.Scalar("z")));
        Assert.Equal(3, Evaluate(n.HyperParameter("q")));
        Assert.Equal(1, Evaluate(n.Y));
        Assert.Equal(3, Evaluate(n.Length));
        Assert.Equal(4, Evaluate(n.X[n.Y]));
        Assert.Equal([1, 4, 2], EvaluateRow(n.X));
        Assert.Equal([0, 1, 2], EvaluateRow(n.Index));
        Assert.Equal([10, 20, 30], EvaluateRow(n.SharedRow("shared")));
    }

    [Fact]
    public void Arithmetic_is_that_of_double_in_the_order_written()
    {
        Assert.Equal(0.1 + 0.2 + 0.3, Evaluate(n.Number(0.1) + 0.2 + 0.3));
        Assert.Equal(0.3 + 0.2 + 0.1, Evaluate(n.Number(0.3) + 0.2 + 0.1));
        Assert.Equal(1 / 3.0, Evaluate(1 / n.HyperParameter("q")));
        Assert.Equal(double.NaN, Evaluate(n.Number(0) / n.Number(0)));
        Assert.Equal([1.5, 6, 3], EvaluateRow(n.X * n.HyperParameter("q") * n.Scalar("z")));
    }

    [Fact]
    public void Comparisons_and_logic_choose_the_side()
    {
        Assert.Equal([-1, 4, 2], EvaluateRow(n.Where(n.X > 1, n.X, -n.X)));
        Assert.Equal([1, 0, 0], EvaluateRow(n.Where(n.X <= n.Number(1), n.Number(1), n.Number(0))));
        Assert.Equal([0, 4, 0], EvaluateRow(n.Where(n.Index.Is(n.Y), n.X, n.Number(0))));
        Expression both = n.Wrap(n.Table.Make(Operation.And, (n.X > 1).Node, (n.X < 3).Node));
        Assert.Equal([0, 0, 1], EvaluateRow(n.Where(both, n.Number(1), n.Number(0))));
        Expression either = n.Wrap(n.Table.Make(Operation.Or, (n.X < 2).Node, (n.X > 3).Node));
        Assert.Equal([1, 1, 0], EvaluateRow(n.Where(either, n.Number(1), n.Number(0))));
        Expression neither = n.Wrap(n.Table.Make(Operation.Not, either.Node));
        Assert.Equal([0, 0, 1], EvaluateRow(n.Where(neither, n.Number(1), n.Number(0))));
    }

    [Fact]
    public void Reductions_run_over_the_classes()
    {
        Assert.Equal(7, Evaluate(n.Sum(n.X)));
        Assert.Equal(4, Evaluate(n.Max(n.X)));
        Assert.Equal(1, Evaluate(n.Min(n.X)));
        Assert.Equal(Math.Log(Math.Exp(1) + Math.Exp(4) + Math.Exp(2)), Evaluate(n.LogSumExp(n.X)), 1e-14);
    }

    [Fact]
    public void A_reduction_can_leave_one_index_out()
    {
        Assert.Equal(3, Evaluate(Without(Operation.Sum)));
        Assert.Equal(2, Evaluate(Without(Operation.Max)));
        Assert.Equal(1, Evaluate(Without(Operation.Min)));
        Assert.Equal(Math.Log(Math.Exp(1) + Math.Exp(2)), Evaluate(Without(Operation.LogSumExp)), 1e-14);
    }

    [Fact]
    public void Reductions_of_nothing_are_neutral()
    {
        var single = new FormulaArguments { Classes = 1, Rows = { ["x"] = [5] }, Labels = { ["y"] = 0 } };
        Assert.Equal(0, new Interpreter(single).Evaluate(Without(Operation.Sum).Node));
        Assert.Equal(double.NegativeInfinity, new Interpreter(single).Evaluate(Without(Operation.Max).Node));
        Assert.Equal(double.PositiveInfinity, new Interpreter(single).Evaluate(Without(Operation.Min).Node));
        Assert.Equal(double.NegativeInfinity, new Interpreter(single).Evaluate(Without(Operation.LogSumExp).Node));
    }

    [Fact]
    public void Nested_reductions_over_one_axis_name_do_not_meet()
    {
        // Σ_i x_i (Σ_i x_i) = 7 · 7
        Assert.Equal(49, Evaluate(n.Sum(n.X * n.Sum(n.X))));
    }

    [Fact]
    public void Every_function_runs_as_its_table_entry_says()
    {
        Assert.Equal(Math.Clamp(0.5, 1, 2), Evaluate(n.Clamp(n.Scalar("z"), n.Number(1), n.Number(2))));
        // What a row attains is no function of numbers.
        foreach (Function function in Functions.All.Where(function => function != Functions.Attained && function != Functions.ElementAt))
        {
            double[] numbers = [0.5, 0.25, 0.75];
            Expression call = n.Call(function, [.. numbers.Take(function.Arity).Select(n.Number)]);
            Assert.Equal(function.Evaluate(0.5, 0.25, 0.75), Evaluate(call));
        }
    }

    [Fact]
    public void An_extremum_is_attained_where_the_row_has_it()
    {
        arguments.Rows["x"] = [2, 5, 5];
        Node isLargest = n.Call(Functions.Attained, n.Max(n.X), n.Index).Node;
        Assert.Equal([0, 1, 1], new Interpreter(arguments).EvaluateRow(isLargest));
    }

    private Expression Without(Operation reduction) => n.Wrap(n.Table.Reduce(reduction, 0, n.X.Node, n.Y.Node));

    private double Evaluate(Expression expression) => new Interpreter(arguments).Evaluate(expression.Node);

    private double[] EvaluateRow(Expression expression) => new Interpreter(arguments).EvaluateRow(expression.Node);
}
