namespace AutoDiffCE.Tests.Simd;

/// <content>The normal distribution, against the exact evaluation.</content>
public abstract partial class DoubleFunctionTests<V>
{
    // Units in the last place. The largest errors met in some ten thousand points were 2.5, 3.9, 3.0 and 4.6.
    [Theory]
    [InlineData("NormalPdf", 3, -38.5, 38.5)]
    [InlineData("NormalPdf", 3, -2, 2)]
    [InlineData("NormalCdf", 5, -38.4, 0)]
    [InlineData("NormalCdf", 5, -3, 3)]
    [InlineData("LogNormalCdf", 5, -1e3, 38)]
    [InlineData("LogNormalCdf", 5, -3, 3)]
    [InlineData("InverseMills", 5, -1e3, 38)]
    [InlineData("InverseMills", 5, -3, 3)]
    public void The_normal_distribution_is_accurate(string name, double tolerance, double from, double to) =>
        AssertAccurate(tolerance, OfNormal[name], ExactMath.Of(name), random => Uniform(random, from, to), points / 8);

    [Theory]
    [InlineData("NormalPdf", 3, 4)]
    [InlineData("NormalCdf", 5, 4)]
    [InlineData("LogNormalCdf", 5, 510)]
    [InlineData("InverseMills", 5, 4)]
    public void The_normal_distribution_is_accurate_at_every_size(string name, double tolerance, int largest) =>
        AssertAccurate(tolerance, OfNormal[name], ExactMath.Of(name), random => -Math.Abs(AnySize(random, -1074, largest)), points / 8);

    private static Dictionary<string, Func<V, V>> OfNormal { get; } = new()
    {
        ["NormalPdf"] = V.NormalPdf,
        ["NormalCdf"] = V.NormalCdf,
        ["LogNormalCdf"] = V.LogNormalCdf,
        ["InverseMills"] = V.InverseMills,
    };
}
