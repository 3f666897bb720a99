using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class HeldInputsTests
{
    private readonly Notation n = new();

    private NodeTable Table => n.NodeAlgebra.Table;

    [Fact]
    public void A_held_input_is_another_leaf_with_the_same_value()
    {
        Node x = n.Scalar("x").Node, held = Hold(x);
        Assert.NotSame(x, held);
        Assert.True(held is { IsHeld: true, IsMoving: false, IsShared: false } && x is { IsHeld: false, IsMoving: true });
        Assert.Same(held, Hold(held));
        Assert.Equal("x · stopGradient(x)", Table.Make(Operation.Multiply, x, held).ToString());
        var arguments = new FormulaArguments { Classes = 3, Scalars = { ["x"] = 3 } };
        Assert.Equal(9, new Interpreter(arguments).Evaluate(Table.Make(Operation.Multiply, x, held)));
    }

    [Fact]
    public void Everything_that_an_expression_is_made_of_is_held()
    {
        Node value = Hold(n.Log(n.Sum(n.Exp(n.X)) * n.X[n.Y]).Node);
        Assert.DoesNotContain(TopologicalOrder.FromLeaves([value]), node => node.IsMoving);
        Assert.True(HeldInputs.AreIn(value));
        Node released = HeldInputs.Releasing(Table, Table.With).Rewrite(value);
        Assert.Same(n.Log(n.Sum(n.Exp(n.X)) * n.X[n.Y]).Node, released);
        Assert.False(HeldInputs.AreIn(released));
    }

    [Fact]
    public void No_derivative_flows_to_what_is_held()
    {
        Node x = n.Scalar("x").Node, product = n.NodeAlgebra.Multiply(x, Hold(x), Hold(x));
        Node gradient = Assert.Single(new ReverseMode(n.NodeAlgebra).Differentiate(product, n.NodeAlgebra.Constant(1), [new("x", InputKind.Scalar, true)]));
        Assert.Equal("stopGradient(x) · stopGradient(x)", gradient.ToString());
    }

    [Fact]
    public void A_formula_with_held_inputs_is_another_formula_and_stays_one_when_it_is_kept()
    {
        Node x = n.Scalar("x").Node;
        Formula FormulaOf(Node other) =>
            new(Table, Table.Make(Operation.Multiply, x, other), [new FormulaInput("x", InputKind.Scalar, true)], [], new Dictionary<Node, string>());
        FrozenFormula frozen = FrozenFormula.Freeze(FormulaOf(Hold(x)));
        Assert.NotEqual(FrozenFormula.Freeze(FormulaOf(x)), frozen);
        Assert.Equal("x · stopGradient(x)", frozen.Thaw().Value.ToString());
    }

    private Node Hold(Node value) => HeldInputs.Holding(Table).Rewrite(value);
}
