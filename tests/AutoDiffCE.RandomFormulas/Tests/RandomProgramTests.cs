namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs at the widest registers.</summary>
public class RandomProgramTests
{
    [Fact]
    public void Nothing_is_found_in_a_hundred_random_programs() => NothingFound.Assert(0, 100);
}
