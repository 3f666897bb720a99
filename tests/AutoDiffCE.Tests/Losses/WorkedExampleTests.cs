using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Examples that tutorials print, to four decimals.</summary>
public class WorkedExampleTests
{
    private const double FourDecimals = 0.00005;

    private static readonly double[] logits = [1.0, 2.0, 0.5, 1.2, 0.9, 1.5];
    private static readonly int[] label = [1, 2];

    [Fact]
    public void Three_samples_of_four_classes()
    {
        double[] threeRows = [2.0, 1.0, 0.1, 0.5, 0.5, 2.5, 0.8, 0.2, 0.1, 0.3, 1.5, 0.7];
        int[] threeLabels = [0, 1, 2];

        Assert.Equal(0.5318, new CrossEntropyLoss().Value(threeRows, threeLabels), FourDecimals);
        Assert.Equal(0.5318, new CrossEntropyLoss().Value(ToFloat(threeRows), threeLabels), FourDecimals);
        Assert.Equal(0.5318, new ClampedSoftmaxLoss().Value(threeRows, threeLabels), FourDecimals);
        Assert.Equal(0.5318, new ClampedSoftmaxLoss().Value(ToFloat(threeRows), threeLabels), FourDecimals);
    }

    [Fact]
    public void Two_samples_and_every_modifier()
    {
        AssertValue(0.6464, new CrossEntropyLoss());
        AssertValue(0.7030, new CrossEntropyLoss { LabelSmoothing = 0.1 });
        AssertValue(0.6828, new CrossEntropyLoss { ClassWeights = [1, 2, 3] });
        AssertValue(1.2928, new CrossEntropyLoss { Reduction = Reduction.Sum });
        AssertValue(0.8284, new CrossEntropyLoss { IgnoreIndex = 1 });
    }

    [Fact]
    public void Two_samples_one_value_each()
    {
        var values = new double[2];
        new CrossEntropyLoss().Values(logits, label, values);

        Assert.Equal(0.4644, values[0], FourDecimals);
        Assert.Equal(0.8284, values[1], FourDecimals);
    }

    [Fact]
    public void Two_samples_and_their_gradient()
    {
        double[] expected = [0.1156, -0.1857, 0.0701, 0.1618, 0.1198, -0.2816];
        var gradient = new double[6];
        var floatGradient = new float[6];
        new CrossEntropyLoss().ValueAndGradient(logits, label, gradient);
        new CrossEntropyLoss().ValueAndGradient(ToFloat(logits), label, floatGradient);

        for (int index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], gradient[index], FourDecimals);
            Assert.Equal(expected[index], floatGradient[index], FourDecimals);
        }
    }

    [Fact]
    public void Probabilities_of_the_true_class()
    {
        // The logits of probabilities p and 1 − p are their logarithms.
        double[] probabilities = [0.6, 0.1, 0.98];
        double[] rows = [.. probabilities.SelectMany(p => new[] { Math.Log(p), Math.Log(1 - p) })];
        var values = new double[3];
        new CrossEntropyLoss().Values(rows, [0, 0, 0], values);

        Assert.Equal(0.51, values[0], 0.005);
        Assert.Equal(2.30, values[1], 0.005);
        Assert.Equal(0.02, values[2], 0.005);
    }

    private static void AssertValue(double expected, CrossEntropyLoss loss)
    {
        Assert.Equal(expected, loss.Value(logits, label), FourDecimals);
        Assert.Equal(expected, loss.Value(ToFloat(logits), label), FourDecimals);
    }

    private static float[] ToFloat(double[] numbers) => [.. numbers.Select(number => (float)number)];
}
