namespace AutoDiffCE.Tests.Simd;

/// <content>The normal distribution.</content>
public abstract partial class FloatFunctionTests<V>
{
    // The largest errors met were 2.6, 4.6, 4.7 and 4.5.
    [Fact]
    public void The_normal_density_is_accurate_on_all_floats() => AssertAccurate(3, V.NormalPdf, ScalarMath.NormalPdf);

    [Fact]
    public void The_normal_distribution_is_accurate_on_all_floats() => AssertAccurate(5, V.NormalCdf, ScalarMath.NormalCdf);

    [Fact]
    public void The_logarithm_of_the_normal_distribution_is_accurate_on_all_floats() => AssertAccurate(5, V.LogNormalCdf, ScalarMath.LogNormalCdf);

    [Fact]
    public void The_slope_of_that_is_accurate_on_all_floats() => AssertAccurate(5, V.InverseMills, ScalarMath.InverseMills);
}
