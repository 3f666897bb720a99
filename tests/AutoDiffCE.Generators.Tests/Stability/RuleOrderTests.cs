using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>Within a group of a stage, rules may stand in any order: the formula that they lead to is the same node.</summary>
public class RuleOrderTests
{
    private const int Seed = 31, Shuffles = 4;

    [Fact]
    public void Rules_lead_to_the_same_form_of_their_cases_in_any_order() =>
        Check(RuleCases.All.Select(ruleCase => (Func<Notation, Expression>)(n => ruleCase.Formula(n))));

    [Fact]
    public void Rules_lead_to_the_same_form_of_known_losses_in_any_order() =>
        Check(LossCorpusTests.Formulas.Concat(CrossEntropyForms.OfLogits.Select(form => (Func<Notation, Expression>)(n => CrossEntropyForms.Write(n, form)))));

    [Theory]
    [InlineData(2, 60)]
    [InlineData(3, 60)]
    [InlineData(4, 20)]
    public void Rules_lead_to_the_same_form_of_random_formulas_in_any_order(int depth, int count) =>
        Check(Enumerable.Range(0, count * LongForm.Times(5)).Select(number => (Func<Notation, Expression>)(n => RandomFormula.Make(n, new Random(Seed + (1000 * depth) + number), depth))));

    private static void Check(IEnumerable<Func<Notation, Expression>> formulas)
    {
        foreach (Func<Notation, Expression> formula in formulas)
        {
            var notation = new Notation();
            Node written = formula(notation).Node;
            Node expected = Stabilizer.Stabilize(notation.NodeAlgebra, written).Value;
            for (int shuffle = 0; shuffle < Shuffles; shuffle++)
            {
                Node shuffled = Stabilizer.Stabilize(notation.NodeAlgebra, written, arrange: group => Shuffled(group, shuffle)).Value;
                Assert.True(ReferenceEquals(expected, shuffled), $"{written} becomes {expected}, and {shuffled} in the order {shuffle} of seed {Seed}");
            }
        }
    }

    private static Rule[] Shuffled(IReadOnlyList<Rule> group, int shuffle)
    {
        Rule[] rules = [.. group];
        // The first one is the opposite order.
        if (shuffle == 0)
            Array.Reverse(rules);
        else
            new Random(Seed + shuffle).Shuffle(rules);
        return rules;
    }
}
