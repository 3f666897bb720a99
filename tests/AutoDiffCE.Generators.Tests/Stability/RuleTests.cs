using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.HighPrecision;
using Xunit.Sdk;

namespace AutoDiffCE.Generators.Tests.Stability;

public class RuleTests
{
    private const int Seed = 4711;

    public static TheoryData<int> Cases { get; } = [.. Enumerable.Range(0, RuleCases.All.Count)];

    [Fact]
    public void Every_rule_has_a_formula_that_needs_it()
    {
        string[] tested = [.. RuleCases.All.Select(ruleCase => ruleCase.Rule).Distinct().Order()];
        Assert.Equal(Rules.All.Select(rule => rule.Name).Order(), tested);
    }

    [Fact]
    public void Rules_have_distinct_names_and_state_their_law()
    {
        Assert.Distinct(Rules.All.Select(rule => rule.Name));
        Assert.All(Rules.All, rule => Assert.Matches("=", rule.Law));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void With_the_rule_value_and_gradient_are_exact_to_rounding(int index)
    {
        RuleCase ruleCase = RuleCases.All[index];
        (Notation notation, Node reference, StabilizedFormula stable) = Stabilize(ruleCase);
        Assert.Contains(ruleCase.Rule, stable.Rules);
        foreach (FormulaArguments sample in ruleCase.Samples)
            Check(new Accuracy(notation, reference, stable.Value, ruleCase.Differentiated), sample);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_the_rule_digits_are_lost_or_work_is_wasted(int index)
    {
        RuleCase ruleCase = RuleCases.All[index];
        (Notation notation, Node reference, StabilizedFormula without) = Stabilize(ruleCase, ruleCase.Rule);
        if (ruleCase.SavesWork)
        {
            (Notation other, Node _, StabilizedFormula with) = Stabilize(ruleCase);
            Assert.True(Cost(other, with.Value) < Cost(notation, without.Value), $"{ruleCase.Rule} leaves {without.Value}");
            return;
        }
        var accuracy = new Accuracy(notation, reference, without.Value, ruleCase.Differentiated);
        Assert.Contains(ruleCase.Samples, sample => Record.Exception(() => Check(accuracy, sample)) is TrueException);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void At_ordinary_points_value_and_gradient_stay_what_they_were(int index)
    {
        RuleCase ruleCase = RuleCases.All[index];
        (Notation notation, Node reference, StabilizedFormula stable) = Stabilize(ruleCase);
        var accuracy = new Accuracy(notation, reference, stable.Value, ruleCase.Differentiated);
        var random = new Random(Seed + index);
        double Ordinary() => ruleCase.Domain.Low + (random.NextDouble() * (ruleCase.Domain.High - ruleCase.Domain.Low));
        for (int sample = 0; sample < 20; sample++)
            Check(accuracy, RuleCases.With(RuleCases.Row(Ordinary(), Ordinary(), Ordinary(), Ordinary()), Ordinary(), Ordinary()), nearZero: 1e4);
    }

    [Fact]
    public void The_order_of_rules_is_reported_and_does_not_vary()
    {
        string[] Names()
        {
            var notation = new Notation();
            return [.. Stabilizer.Stabilize(notation.NodeAlgebra, (-notation.Log(notation.Softmax(notation.X)[notation.Y])).Node).Rules];
        }

        Assert.Equal(["sum-of-exponentials", "product-of-exponentials", "log-of-exp", "leave-the-label-out"], Names());
        Assert.Equal(Names(), Names());
    }

    private static (Notation Notation, Node Reference, StabilizedFormula Stable) Stabilize(RuleCase ruleCase, params string[] switchedOff)
    {
        var notation = new Notation();
        Node original = ruleCase.Formula(notation).Node;
        return (notation, original, Stabilizer.Stabilize(notation.NodeAlgebra, original, arrange: group => group.Where(rule => !switchedOff.Contains(rule.Name))));
    }

    // Exponents as large as the largest argument are rounded. A derivative that changes its sign has fewer digits where it is small.
    private static void Check(Accuracy accuracy, FormulaArguments sample, double nearZero = 1)
    {
        double[] numbers = [.. sample.Rows["x"], .. sample.Scalars.Values];
        double exponent = numbers.Select(Math.Abs).Where(size => size <= 1e4).Max();
        accuracy.Check(
            sample, 16 * nearZero * (1 + exponent),
            $"x = [{string.Join(", ", sample.Rows["x"])}], z = {sample.Scalars["z"]:R}, t = {sample.Scalars["t"]:R}, seed {Seed}");
    }

    // The work of value and gradient together.
    private static int Cost(Notation notation, Node value)
    {
        FormulaInput[] inputs =
        [
            new("x", InputKind.Row, IsDifferentiable: true),
            new("z", InputKind.Scalar, IsDifferentiable: true),
            new("t", InputKind.Scalar, IsDifferentiable: true),
        ];
        Node[] gradient = new ReverseMode(notation.NodeAlgebra).Differentiate(value, notation.NodeAlgebra.Constant(1), inputs);
        return TopologicalOrder.FromLeaves([value, .. gradient]).Sum(part => part.Operation switch
        {
            Operation.Call => part.Function!.Cost,
            Operation.LogSumExp => 40,
            _ => part.Operands.Length,
        });
    }
}
