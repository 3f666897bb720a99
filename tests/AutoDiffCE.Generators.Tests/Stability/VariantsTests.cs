using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.Parsing;

namespace AutoDiffCE.Generators.Tests.Stability;

public class VariantsTests
{
    [Fact]
    public void Each_branch_on_a_flag_is_a_formula_of_its_own()
    {
        ImmutableArray<Variant> variants = VariantsOf("bool squared", "squared ? x * x : Abs(x)");
        Assert.Equal(["x · x", "abs(x)"], variants.Select(variant => FormulaPrinter.Print(variant.Formula.Value)));
        Assert.Equal(["squared", "not squared"], variants.Select(Describe));
        Assert.All(variants, variant => Assert.Empty(variant.Formula.HyperParameters));
    }

    [Fact]
    public void Conditions_within_a_branch_are_asked_there_only()
    {
        ImmutableArray<Variant> variants = VariantsOf("bool first, double power", "first ? x : power == 2 ? x * x : Pow(x, power)");
        Assert.Equal(["first", "not first and not power = 2", "not first and power = 2"], variants.Select(Describe));
        Assert.Equal(["x", "pow(x, power)", "x · x"], variants.Select(variant => FormulaPrinter.Print(variant.Formula.Value)));
        Assert.Equal([0, 1, 0], variants.Select(variant => variant.Formula.HyperParameters.Length));
    }

    [Fact]
    public void A_condition_that_also_asks_for_an_input_loses_its_share_of_the_question()
    {
        ImmutableArray<Variant> variants = VariantsOf("bool oneSided", "oneSided && x < 0 ? 0 : x * x");
        Assert.Equal(["[x < 0 ? 0 : x · x]", "x · x"], variants.Select(variant => FormulaPrinter.Print(variant.Formula.Value)));
    }

    [Fact]
    public void What_depends_on_inputs_or_classes_stays_a_selection()
    {
        Variant only = Assert.Single(VariantsOf("double delta", "Abs(x) < delta ? x * x : x"));
        Assert.Empty(only.Conditions);
        Assert.Single(only.Formula.HyperParameters);
        // Also where nothing varies along the row: a sum along it depends on how long it is.
        Assert.Empty(Assert.Single(VariantsOf("double delta", "Sum(x, a => delta) > 1 ? Sum(x) : Norm(x)", "Row")).Conditions);
        Assert.Empty(Assert.Single(VariantsOf("double delta", "delta <= Max(Where(x > delta, delta, delta)) ? Sum(x) : Norm(x)", "Row")).Conditions);
    }

    [Fact]
    public void Names_of_locals_follow_into_each_branch()
    {
        Formula formula = FormulaOracle.ParseFormula(
            """
            [Loss]
            public sealed partial class Sample(bool doubled)
            {
                public double Formula(double x)
                {
                    double scaled = doubled ? 2 * x : x;
                    return scaled * scaled;
                }
            }
            """);
        ImmutableArray<Variant> variants = Variants.Of(formula, new NodeAlgebra(formula.Table));
        Assert.Contains(variants[0].Formula.Hints, hint => hint.Value == "scaled" && FormulaPrinter.Print(hint.Key) == "2 · x");
    }

    [Fact]
    public void Too_many_variants_stay_one()
    {
        string flags = string.Join(", ", Enumerable.Range(0, 4).Select(i => $"bool flag{i}"));
        string sum = string.Join(" + ", Enumerable.Range(0, 4).Select(i => $"(flag{i} ? x : {i})"));
        Assert.Single(VariantsOf(flags, sum));
        Assert.Equal(8, VariantsOf(flags, sum.Replace("(flag3 ? x : 3)", "x", StringComparison.Ordinal)).Length);
    }

    [Fact]
    public void Conditions_are_written_as_a_member_of_the_loss_would()
    {
        Formula formula = Parse("bool first, double power", "first ? x : power < 2 ? x * x : Pow(x, power)");
        IEnumerable<string> written = Variants.Of(formula, new NodeAlgebra(formula.Table))
            .Select(variant => ConditionText.Write(variant.Conditions, formula.HyperParameters, parameter => parameter.Access));
        Assert.Equal(["first", "!first && !(power < 2.0)", "!first && power < 2.0"], written);
    }

    private static string Describe(Variant variant) => CompiledVariant.Describe(variant.Conditions);

    private static ImmutableArray<Variant> VariantsOf(string parameters, string expression, string input = "double")
    {
        Formula formula = Parse(parameters, expression, input);
        return Variants.Of(formula, new NodeAlgebra(formula.Table));
    }

    private static Formula Parse(string parameters, string expression, string input = "double") => FormulaOracle.ParseFormula(
        $"[Loss]\npublic sealed partial class Sample({parameters})\n{{\n    public double Formula({input} x) => {expression};\n}}\n");
}
