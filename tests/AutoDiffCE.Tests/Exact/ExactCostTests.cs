using AutoDiffCE.Exact;

namespace AutoDiffCE.Tests.Exact;

/// <summary>What is evaluated exactly has an end that does not depend on the machine: it is counted, dear functions several times.</summary>
public class ExactCostTests
{
    [Theory]
    [InlineData("#0 x0[] Exp Sum#0", 30_000, 40_000)]
    [InlineData("#0 x0[] LogGamma Sum#0", 6_000, 8_000)]
    [InlineData("#0 x0[] #0 x1[] LogBeta Sum#0", 3_000, 4_000)]
    [InlineData("#0 x0[] #1 x0[] *2 Sum#1 Sum#0", 150, 400)]
    public void Rows_are_evaluated_up_to_a_length(string formula, int shorter, int longer)
    {
        Assert.True(ExactEvaluator.CanEvaluate(new ExactFormula(formula), shorter));
        Assert.False(ExactEvaluator.CanEvaluate(new ExactFormula(formula), longer));
    }
}
