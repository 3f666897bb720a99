using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Tests.Scheduling;

public class KernelPlanTests
{
    private const string Textbook = "-Log(Exp(x[y]) / Sum(Exp(x)))";

    [Theory]
    [InlineData("-Log(Softmax(x)[y])")]
    [InlineData("Log(Sum(Exp(x))) - x[y]")]
    [InlineData("Log(Sum(Exp(x - x[y])))")]
    [InlineData("LogSumExp(x) - x[y]")]
    [InlineData("-LogSoftmax(x)[y]")]
    public void Every_spelling_of_cross_entropy_compiles_to_the_plan_of_the_textbook(string expression)
    {
        CompiledKernel textbook = Plans.OfLabel(Textbook);
        CompiledKernel spelled = Plans.OfLabel(expression);
        Assert.Equal(textbook.Values.Describe(), spelled.Values.Describe());
        Assert.Equal(textbook.ValuesAndGradient.Describe(), spelled.ValuesAndGradient.Describe());
    }

    [Fact]
    public void Every_spelling_of_cross_entropy_has_the_lifted_plans_of_the_textbook()
    {
        string[] textbook = LiftedPlans(Textbook);
        foreach (string expression in new[] { "-Log(Softmax(x)[y])", "Log(Sum(Exp(x))) - x[y]", "Log(Sum(Exp(x - x[y])))" })
            Assert.Equal(textbook, LiftedPlans(expression));
    }

    [Fact]
    public void Cross_entropy_takes_one_exponential_per_element_for_value_and_gradient_together()
    {
        KernelPlan plan = Plans.OfLabel(Textbook).ValuesAndGradient;
        Assert.Equal(3, plan.Passes.Length);
        Assert.NotNull(plan.Kept);
        Assert.Equal(2, plan.Kept.Pass);
        Assert.True(plan.IsSafeInPlace);
        Assert.Contains("1 transcendental function,", KernelCost.Describe(Plans.OfLabel(Textbook)).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_value_alone_stores_nothing_along_the_row()
    {
        KernelPlan plan = Plans.OfLabel(Textbook).Values;
        Assert.Equal(2, plan.Passes.Length);
        Assert.Null(plan.Kept);
        Assert.Empty(plan.RowStores);
    }

    [Fact]
    public void What_is_known_at_the_label_only_stands_outside_the_passes()
    {
        RowStore store = Assert.Single(Plans.OfLabel(Textbook).ValuesAndGradient.RowStores);
        Assert.NotNull(store.AtLabel);
        Assert.False(Search.Reaches(store.Value, _ => true, node => node.Operation == Operation.Equal));
    }

    [Fact]
    public void A_margin_loss_reduces_and_writes_its_gradient_in_one_pass()
    {
        CompiledKernel kernel = Plans.OfLabel("Mean(Where(Index(x) != y, Relu(1 - x[y] + x), 0))");
        Assert.Single(kernel.ValuesAndGradient.Passes);
        Assert.True(kernel.ValuesAndGradient.IsSafeInPlace);
    }

    [Fact]
    public void A_lifted_cross_entropy_takes_no_more_passes_than_the_plain_one()
    {
        foreach (CompiledKernel kernel in Plans.Kernels($"public double Formula(Row x, int y) => {Textbook};"))
        {
            Assert.Equal(2, kernel.Values.Passes.Length);
            Assert.Equal(3, kernel.ValuesAndGradient.Passes.Length);
        }
    }

    [Fact]
    public void A_lifted_margin_loss_reads_other_classes_and_so_may_not_overwrite_them()
    {
        CompiledKernel distribution = Plans.Kernels("public double Formula(Row x, int y) => Mean(Where(Index(x) != y, Relu(1 - x[y] + x), 0));")[2];
        Assert.False(distribution.ValuesAndGradient.IsSafeInPlace);
    }

    [Fact]
    public void A_row_that_is_kept_may_not_overwrite_what_its_pass_reads_of_other_classes()
    {
        KernelPlan plan = Plans.Kernels("public double Formula(Row x) => Clamp(Sum(LogSoftmax(x), u => Mean(x.With(1, u))), 0.1, 5.0);")[0].ValuesAndGradient;
        Assert.NotNull(plan.Kept);
        Assert.False(plan.IsSafeInPlace);
    }

    [Fact]
    public void A_row_is_split_at_its_label_and_compared_with_other_indices()
    {
        KernelPlan plan = Plans.OfLabel("LogSumExp(x) - x[y] + x[0] * x[0]").ValuesAndGradient;
        RowStore store = Assert.Single(plan.RowStores);
        Assert.NotNull(plan.Label);
        Assert.NotNull(store.AtLabel);
        Assert.True(Search.Reaches(store.Value, _ => true, node => node.Operation == Operation.Equal));
    }

    [Fact]
    public void Two_labels_on_one_row_are_compared_within_the_row()
    {
        KernelPlan plan = Plans.Kernels("public double Formula(Row x, int y, int z) => LogSumExp(x) - x[y] + x[z];")[0].ValuesAndGradient;
        Assert.Null(plan.Label);
        Assert.Null(Assert.Single(plan.RowStores).AtLabel);
    }

    [Fact]
    public void A_reduction_that_nothing_waits_for_shares_the_last_pass_that_reads_the_row()
    {
        KernelPlan plan = Plans.OfLabel("LogSumExp(x) - x[y] + Sum(x)").Values;
        Assert.Single(plan.Passes[0].Reductions);
        Assert.Equal(2, plan.Passes[1].Reductions.Length);
    }

    private static string[] LiftedPlans(string expression) =>
    [
        .. Plans.Kernels($"public double Formula(Row x, int y) => {expression};").Skip(1)
            .SelectMany(kernel => new[] { kernel.Values.Describe(), kernel.ValuesAndGradient.Describe() }),
    ];

    [Fact]
    public void A_pivot_meets_what_it_was_taken_from_before_anything_small_is_added()
    {
        KernelPlan plan = Plans.OfLabel("Abs(LogSumExp(x) - x[0])").Values;
        bool IsPivot(Node term) => (term.Operation == Operation.Negate ? term.First : term).Is(Functions.Pivot);
        Node[] sums = [.. TopologicalOrder.FromLeaves([plan.Value]).Where(node => node.Operation == Operation.Add && node.Operands.Any(IsPivot))];
        Assert.NotEmpty(sums);
        Assert.All(sums, sum => Assert.Equal(2, sum.Operands.Length));
    }
}
