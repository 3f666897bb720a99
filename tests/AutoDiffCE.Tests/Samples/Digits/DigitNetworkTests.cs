using System.Numerics;
using DigitClassifier;

namespace AutoDiffCE.Tests.Samples.Digits;

public class DigitNetworkTests
{
    private const int Units = 3;

    private static readonly DigitSet digits = GeneratedDigits.Draw(600, seed: 1);

    [Fact]
    public void The_gradient_of_the_network_is_right() =>
        NetworkCheck.Run(Network(new DoubleFormulas(), Units), Network(new FloatFormulas(), Units), digits, samples: 3).Assert();

    [Fact]
    public void A_gradient_that_is_wrong_by_one_index_is_caught()
    {
        var wrong = new Network<double>(new WrongByOneLayer<double>(digits.PixelsPerImage, Units), Output<double>(Units), new DoubleFormulas());
        Assert.False(NetworkCheck.Run(wrong, Network(new FloatFormulas(), Units), digits, samples: 3).Passed);
    }

    [Fact]
    public void A_network_learns_and_does_so_the_same_way_twice()
    {
        (DigitSet training, DigitSet heldOut) = digits.Split(6);
        EpochResult[] results = [.. Train()];
        Assert.True(results[^1].Training.Loss < results[0].Training.Loss / 2, "The loss does not fall.");
        Assert.True(results[^1].Training.Accuracy > 0.9, $"{results[^1].Training.Accuracy:P1} is little.");
        Assert.Equal(results.Select(result => result.HeldOut.Loss), Train().Select(result => result.HeldOut.Loss));

        IEnumerable<EpochResult> Train() =>
            new Trainer(Network(new FloatFormulas(), 32), new() { Epochs = 20, BatchSize = 32, StepSize = 0.05f }).Run(training, heldOut);
    }

    [Fact]
    public void The_confusion_matrix_counts_what_was_taken_for_what()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add([1, 0, 0, 1, 3, 2, 0, 5], [0, 0, 1, 1]);
        Assert.Equal((1, 1, 1, 1), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal(0.5, matrix.Accuracy);
        matrix.Add([1, 0, 1, 0], [0, 0]);
        Assert.Equal(0.75, matrix.Recall(0));
    }

    private static Network<T> Network<T>(IFormulas<T> formulas, int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(new DenseLayer<T>(digits.PixelsPerImage, units), Output<T>(units), formulas);

    private static DenseLayer<T> Output<T>(int units)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(units, DigitSet.Classes);
}
