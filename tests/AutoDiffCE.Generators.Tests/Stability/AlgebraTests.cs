using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

public class AlgebraTests
{
    private readonly Notation n = new();

    private NodeAlgebra NodeAlgebra => n.NodeAlgebra;

    private Expression A => n.Scalar("a");

    private Expression B => n.Scalar("b");

    private Expression C => n.Scalar("c");

    private Expression D => n.Scalar("d");

    [Fact]
    public void An_index_is_below_the_length_and_equals_nothing_behind_the_row()
    {
        Same(n.Where(n.Index < n.Length, A, B), A);
        Same(n.Where(n.Index <= n.Length + 2, A, B), A);
        Same(n.Where(n.Length < n.Index, A, B), B);
        Same(n.Sum(n.Where(n.Index.Is(n.Length), n.X, n.Number(0))), n.Number(0));
        Assert.NotEqual(n.Number(0).Node, NodeAlgebra.Canonical(n.Sum(n.Where(n.Index.Is(n.Length - 1), n.X, n.Number(0))).Node));
    }

    [Fact]
    public void Only_a_label_of_the_row_picks_an_element()
    {
        Same(n.Sum(n.Where(n.Index.Is(n.Y), n.X, n.Number(0))), n.X[n.Y]);
        foreach (Node number in new[] { n.Table.Label("wide", 1), n.Table.Integer("number") })
        {
            Node sum = NodeAlgebra.Canonical(n.Sum(n.Where(n.Index.Is(new Expression(number, n)), n.X, n.Number(0))).Node);
            Assert.True(sum.IsReduction);
            Assert.DoesNotContain(TopologicalOrder.FromLeaves([sum]), node => node.Operation == Operation.Element && ReferenceEquals(node.First, number));
        }
    }

    [Fact]
    public void Sums_are_flat_and_collect_like_terms()
    {
        Same(A + (B + C), A + B + C);
        Same(A + B - A, B);
        Same(A + A, 2 * A);
        Same((2 * A) - (3 * A), -A);
        Same(A - A, n.Number(0));
        Same((0.5 * A) + (0.5 * A), A);
        Same(-(A - B), B - A);
        Same(-(-A), A);
    }

    [Fact]
    public void Constants_are_added_only_where_that_is_exact()
    {
        Assert.Equal("3", Canonical(n.Number(1) + 2).ToString());
        Assert.Equal("1 − 1E−15", Canonical(1 - n.Number(1e-15)).ToString());
        Assert.Equal("−2E−15", Canonical(1 - n.Number(1e-15) - 1 - n.Number(1e-15)).ToString());
        Assert.Equal("0.5", Canonical(1 - n.Number(0.5)).ToString());
    }

    [Fact]
    public void Products_are_flat_with_the_sign_outside_and_powers_of_two_multiplied()
    {
        Same(A * (B * C), A * B * C);
        Same(A * -B, -(A * B));
        Same(-A * -B, A * B);
        Same(2 * (3 * A), 6 * A);
        Assert.Equal("0.1 · 3 · a", Canonical(0.1 * (3 * A)).ToString());
        Same(1 * A, A);
        Same(A / 4, 0.25 * A);
        Same(-A / B, -(A / B));
        Same(A / -B, -(A / B));
        Same(A / 1, A);
    }

    [Fact]
    public void A_constant_zero_silences_every_factor()
    {
        Same(0 * n.Log(A), n.Number(0));
        Same(n.Number(0) / A, n.Number(0));
        Same(n.Call(Functions.StrongProduct, n.Number(0), n.Log(A)), n.Number(0));
    }

    [Fact]
    public void A_selection_of_zero_stands_outermost()
    {
        Expression condition = A < B;
        Same(n.Where(condition, C, n.Number(0)) * D, n.Where(condition, C * D, n.Number(0)));
        Same(n.Where(condition, n.Number(0), C) / D, n.Where(condition, n.Number(0), C / D));
        Same(-n.Where(condition, C, n.Number(0)), n.Where(condition, -C, n.Number(0)));
        Same(n.Where(condition, C, n.Number(0)) + n.Where(condition, n.Number(0), D), n.Where(condition, C, D));
    }

    [Fact]
    public void Selections_of_the_same_condition_collapse()
    {
        Expression condition = A < B;
        Same(n.Where(condition, n.Where(condition, C, D), D), n.Where(condition, C, D));
        Same(n.Where(condition, C, n.Where(condition, D, A)), n.Where(condition, C, A));
        Same(n.Where(condition, C, C), C);
        Same(n.Wrap(n.Table.Make(Operation.Select, n.Table.Make(Operation.Not, condition.Node), C.Node, D.Node)), n.Where(condition, D, C));
        Same(n.Wrap(n.Table.Make(Operation.Select, n.Table.Truth(true), C.Node, D.Node)), C);
    }

    [Fact]
    public void Truths_absorb_and_vanish()
    {
        Node condition = Canonical(A < B);
        Node yes = n.Table.Truth(true);
        Node no = n.Table.Truth(false);
        Assert.Same(condition, NodeAlgebra.And(yes, condition));
        Assert.Same(no, NodeAlgebra.And(condition, no));
        Assert.Same(yes, NodeAlgebra.Or(condition, yes));
        Assert.Same(condition, NodeAlgebra.Or(no, condition));
        Assert.Same(condition, NodeAlgebra.And(condition, condition));
        Assert.Same(condition, NodeAlgebra.Not(NodeAlgebra.Not(condition)));
        Assert.Same(yes, NodeAlgebra.Not(no));
    }

    [Fact]
    public void Equality_of_indexes_does_not_depend_on_the_side()
    {
        Same(n.Index.Is(n.Y), n.Y.Is(n.Index));
        Same(n.Y.Is(n.Y), n.Wrap(n.Table.Truth(true)));
        // NaN is not itself
        Assert.Equal(Operation.Equal, Canonical(A.Is(A)).Operation);
    }

    [Fact]
    public void Functions_obey_their_sign_laws()
    {
        Same(n.Abs(-A), n.Abs(A));
        Same(n.Abs(n.Number(-3)), n.Number(3));
        Same(n.LogSigmoid(A), -n.Softplus(-A));
        Same(n.Exp(n.Number(0)), n.Number(1));
        Same(n.Log(n.Number(1)), n.Number(0));
        Same(n.Pow(A, n.Number(2)), A * A);
        Same(n.Pow(A, n.Number(0.5)), n.Sqrt(A));
        Same(n.Pow(A, n.Number(-1)), 1 / A);
        Same(n.Pow(A, n.Number(0)), n.Number(1));
    }

    [Fact]
    public void What_does_not_vary_leaves_the_sum()
    {
        Same(n.Sum(A * n.X), A * n.Sum(n.X));
        Same(n.Sum(n.X / A), n.Sum(n.X) / A);
        Same(n.Sum(-n.X), -n.Sum(n.X));
        Same(n.Sum(A), A * n.Length);
        Same(n.Max(A), A);
        Same(n.LogSumExp(A), A + n.Log(n.Length));
    }

    [Fact]
    public void An_index_that_is_picked_leaves_the_sum()
    {
        Expression picked = n.Sum(n.Where(n.Index.Is(n.Y), n.X, n.Number(0)));
        Same(picked, n.X[n.Y]);
        Node others = Canonical(n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), n.X)));
        Assert.Equal("Σ_{i≠y}(x[i])", others.ToString());
        Node largest = Canonical(n.Max(n.Where(n.Index.Is(n.Y), n.Number(double.NegativeInfinity), n.X)));
        Assert.Equal("max_{i≠y}(x[i])", largest.ToString());
    }

    [Fact]
    public void Inside_a_sum_without_an_index_the_index_is_never_met()
    {
        Expression margin = n.Where(n.Index.Is(n.Y), A, n.Number(0));
        Node value = NodeAlgebra.Reduce(Operation.LogSumExp, 0, Canonical(B * (n.X - margin)), n.Y.Node);
        Assert.Equal("logSumExp_{i≠y}(b · x[i])", value.ToString());
    }

    [Fact]
    public void An_inner_sum_over_an_axis_of_the_same_name_keeps_its_own_index()
    {
        // The inner sum meets the label, although the outer one does not.
        Expression inner = n.Sum(n.Exp(n.Where(n.Index.Is(n.Y), A, n.X)));
        Node innerNode = Canonical(inner);
        Node value = NodeAlgebra.Reduce(Operation.Sum, 0, Canonical(n.Exp(n.X + inner)), n.Y.Node);
        Assert.Contains(innerNode, TopologicalOrder.FromLeaves([value]));
    }

    [Fact]
    public void An_inner_sum_keeps_its_own_index_also_where_the_one_left_out_runs_along_an_axis_of_the_same_name()
    {
        Expression k = n.Wrap(n.Table.Index(1));
        Node inner = NodeAlgebra.Reduce(Operation.LogSumExp, 0, Canonical(n.Where(n.Index.Is(k), A, n.X)));
        Node value = NodeAlgebra.Reduce(Operation.Sum, 1, inner, n.Index.Node);
        Assert.Same(inner, value.First);
    }

    [Fact]
    public void Substitution_does_not_capture_a_bound_axis()
    {
        // f(i) = Σ_j x_i x_j at i = j must stay a sum over another axis.
        Node pairs = n.Table.Reduce(Operation.Max, 1, Canonical(n.X * n.Wrap(n.Table.Element("x", n.Table.Index(1)))));
        Node renamed = NodeAlgebra.Rename(pairs, 0, 1);
        Assert.Equal(AxisSet.Of(1), renamed.Axes);
        Assert.NotEqual(1, renamed.Axis);
        var arguments = new FormulaArguments { Classes = 3, Rows = { ["x"] = [1, -2, 3] } };
        double before = new Interpreter(arguments).Evaluate(NodeAlgebra.Reduce(Operation.Sum, 0, pairs));
        double after = new Interpreter(arguments).Evaluate(NodeAlgebra.Reduce(Operation.Sum, 1, renamed));
        Assert.Equal(3 + 4 + 9, before);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Bound_axes_have_canonical_names()
    {
        Node SumOver(int axis) => n.Table.Reduce(Operation.Sum, axis, n.Table.Element("x", n.Table.Index(axis)));

        Assert.Same(NodeAlgebra.NormalizeAxes(SumOver(0)), NodeAlgebra.NormalizeAxes(SumOver(2)));

        Node Nested(int outer, int inner) =>
            n.Table.Reduce(Operation.LogSumExp, outer, n.Table.Make(Operation.Multiply, n.Table.Element("x", n.Table.Index(outer)), SumOver(inner)));

        Node normal = NodeAlgebra.NormalizeAxes(Nested(0, 0));
        Assert.Equal(AxisSet.Row, normal.Axis);
        Assert.Same(normal, NodeAlgebra.NormalizeAxes(Nested(2, 1)));
        Assert.Same(normal, NodeAlgebra.NormalizeAxes(Nested(0, 1)));
    }

    [Fact]
    public void Canonical_form_is_a_fixed_point()
    {
        Node once = Canonical(-n.Log(n.Softmax(n.X / 3)[n.Y]) + (A * (B - (C * -D)) / 7));
        Assert.Same(once, NodeAlgebra.Canonical(once));
    }

    [Fact]
    public void Replacing_a_node_rebuilds_what_stands_above_it()
    {
        Node replaced = NodeAlgebra.Replace(Canonical((A * B) + C), A.Node, n.Number(0).Node);
        Assert.Same(C.Node, replaced);
    }

    private Node Canonical(Expression expression) => NodeAlgebra.Canonical(expression.Node);

    private void Same(Expression left, Expression right) => Assert.Same(Canonical(left), Canonical(right));
}
