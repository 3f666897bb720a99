using static AutoDiffCE.Generators.Tests.Numbers.Expectation;

namespace AutoDiffCE.Generators.Tests.Numbers;

/// <summary>Products of what is far from 1: their parts are in range as they are written, and their factors' powers are not.</summary>
public class ProductTests
{
    [Theory]
    [InlineData("Square(Norm(x * (k * k)))", 1e150, 1e-85, 1e-40, 2e-190)]
    [InlineData("Sum(Square(x * k))", 1e150, 1e-170, 1e-40, 2e-190)]
    [InlineData("Sum(Square(x * x * k))", 1e75, 1e-170, 1e-40, 4e-115)]
    [InlineData("Dot(x * k, x * k)", 1e150, 1e-170, 1e-40, 2e-190)]
    [InlineData("Square(Square(x[0] * k))", 1e120, 1e-100, 1e80, 4e-40)]
    [InlineData("x[0] * k * x[0] * k * x[0] * k * x[0] * k", 1e120, 1e-100, 1e80, 4e-40)]
    [InlineData("Sum(x * x * x * (k * k * k * k))", 1e90, 1e-90, 1e-90, 3e-180)]
    public async Task A_power_of_a_product_is_in_range_where_the_product_is(string formula, double x, double k, double value, double gradient)
    {
        WrittenLoss loss = await WrittenLoss.Compile($"public double Formula(Row x, double k) => {formula};", "RS");
        Close([value, gradient, 0], loss.InDouble((double[])[x, 0], k), 10 * DoubleTolerance);
    }

    // A product to the third, of which the square of a norm is part, found by a random program.
    [Fact]
    public async Task The_square_of_a_norm_is_in_range_where_the_norm_is()
    {
        WrittenLoss loss = await WrittenLoss.Compile("""
            public double Formula(Row x, double k)
            {
                Row u = x * x * x * Cube(k);
                return Sum(Cube(u * Square(Sum(x) * Norm(u))));
            }
            """, "RS");
        Close([1e-216, 33e-234, 6e-234], loss.InDouble((double[])[1e18, 1e-30], 1e-30), 100 * DoubleTolerance);
    }

    // As it flows back: the weight meets the slope of the root before the element, which would underflow with the slope alone.
    [Fact]
    public async Task A_weight_meets_what_it_weighs_before_a_small_element()
    {
        WrittenLoss loss = await WrittenLoss.Compile("public double Formula(Row x, int k) => Pow(Dot(x, x), 0.5) * x[k];", "RI");
        float[] computed = [.. loss.InFloat((double[])[1e18, 1e-30], 0).Select(number => (float)number)];
        Assert.Equal(2e18f, computed[1], 1e12f);
        Assert.Equal(1e-30f, computed[2], 1e-36f);
    }
}
