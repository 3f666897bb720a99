using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

public class FrozenFormulaTests
{
    [Fact]
    public void Thawing_gives_back_the_same_formula()
    {
        var random = new Random(8);
        for (int round = 0; round < 100; round++)
        {
            var n = new Notation();
            Expression value = RandomFormula.Make(n, random, depth: 4);
            FrozenFormula frozen = FrozenFormula.Freeze(FormulaOf(n, value));
            Formula thawed = frozen.Thaw();
            Assert.Equal(value.ToString(), thawed.Value.ToString());
            Assert.Equal(frozen, FrozenFormula.Freeze(thawed));
            FormulaArguments arguments = RandomFormula.Arguments(random);
            Assert.Equal(new Interpreter(arguments).Evaluate(value.Node), new Interpreter(arguments).Evaluate(thawed.Value));
        }
    }

    [Fact]
    public void Frozen_formulas_are_equal_when_they_mean_the_same_however_they_were_made()
    {
        var first = new Notation();
        FrozenFormula left = FrozenFormula.Freeze(FormulaOf(first, -first.Log(first.Softmax(first.X)[first.Y])));
        var second = new Notation();
        _ = second.Sum(second.Scalar("unrelated"));
        FrozenFormula right = FrozenFormula.Freeze(FormulaOf(second, -second.Log(second.Softmax(second.X)[second.Y])));
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.True(left.Equals((object)right));
    }

    [Fact]
    public void Frozen_formulas_differ_when_a_constant_a_name_or_a_hint_does()
    {
        var n = new Notation();
        FrozenFormula original = FrozenFormula.Freeze(FormulaOf(n, n.X[n.Y] * n.Number(2)));
        Assert.NotEqual(original, FrozenFormula.Freeze(FormulaOf(n, n.X[n.Y] * n.Number(3))));
        Assert.NotEqual(original, FrozenFormula.Freeze(FormulaOf(n, n.X[n.Label("other")] * n.Number(2))));
        Assert.NotEqual(original, FrozenFormula.Freeze(FormulaOf(n, n.X[n.Y] * n.Number(2), hint: "twice")));
    }

    [Fact]
    public void Hints_inputs_and_hyper_parameters_survive()
    {
        var n = new Notation();
        Formula formula = FormulaOf(n, n.X[n.Y] * n.HyperParameter("q"), hint: "scaled");
        Formula thawed = FrozenFormula.Freeze(formula).Thaw();
        Assert.Equal("scaled", thawed.Hints[thawed.Value]);
        Assert.Equal(formula.Inputs.AsEnumerable(), thawed.Inputs);
        Assert.Equal(formula.HyperParameters.AsEnumerable(), thawed.HyperParameters);
    }

    [Fact]
    public void Arrays_of_equal_elements_are_equal_as_objects_too()
    {
        EquatableArray<int> left = ImmutableArray.Create(1, 2);
        Assert.True(left.Equals((object)(EquatableArray<int>)ImmutableArray.Create(1, 2)));
        Assert.False(left.Equals((object)(EquatableArray<int>)ImmutableArray.Create(2, 1)));
        Assert.False(left.Equals("1, 2"));
        Assert.True(default(EquatableArray<int>).Equals(ImmutableArray<int>.Empty));
    }

    private static Formula FormulaOf(Notation n, Expression value, string? hint = null)
    {
        Dictionary<Node, string> hints = hint is null ? [] : new() { [value.Node] = hint };
        return new Formula(
            n.Table, value.Node,
            [new FormulaInput("x", InputKind.Row, true), new FormulaInput("y", InputKind.Label, false)],
            [new HyperParameter("q", IsRow: false, "this.q")],
            hints);
    }
}
