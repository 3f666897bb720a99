namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs of which every sample is evaluated again with certified numbers: a class of its own, which runs beside the others.</summary>
public class ExactEvaluationTests
{
    [Fact]
    public void Nothing_is_found_where_every_sample_is_evaluated_again() => NothingFound.Assert(130, 134, isExact: true);
}
