using DigitClassifier;

namespace AutoDiffCE.Tests.Samples.Digits;

public class MatrixProductsTests
{
    // Integers, so that sums are exact in any order.
    private const int Range = 10;
    private const int Stride = 3;

    private readonly Random random = new(1);

    [Fact]
    public void Inner_products_are_those_of_plain_loops_at_every_size()
    {
        for (int length = 1; length <= 40; length++)
        {
            for (int rows = 0; rows <= 9; rows++)
            {
                float[] vector = Numbers(length);
                float[] matrix = Numbers(rows * length);
                float[] products = new float[rows * Stride + 1];
                MatrixProducts<float>.InnerProducts(vector, matrix, 5, products, Stride);
                for (int row = 0; row < rows; row++)
                    Assert.Equal(5 + Enumerable.Range(0, length).Sum(i => vector[i] * matrix[row * length + i]), products[row * Stride]);
                Assert.Equal(0, products[rows * Stride]);
            }
        }
    }

    [Fact]
    public void Weighted_sums_are_those_of_plain_loops_at_every_size()
    {
        for (int length = 1; length <= 40; length++)
        {
            for (int rows = 0; rows <= 9; rows++)
            {
                float[] factors = Numbers(rows * Stride + 1);
                float[] matrix = Numbers(rows * length);
                float[] sum = Numbers(length);
                MatrixProducts<float>.WeightedSum(factors, Stride, matrix, sum);
                for (int i = 0; i < length; i++)
                    Assert.Equal(Enumerable.Range(0, rows).Sum(row => factors[row * Stride] * matrix[row * length + i]), sum[i]);
            }
        }
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-Range, Range + 1))];
}
