using System.Reflection;
using AutoDiffCE.Losses;

namespace AutoDiffCE.IntegrationTests;

public class IntegrationTests
{
    private static readonly double[] logits = [1000, 0, 0, 2, 1, 0];
    private static readonly int[] labels = [1, 0];

    [Theory]
    [InlineData(typeof(LossAttribute))]
    [InlineData(typeof(CrossEntropyLoss))]
    public void The_library_is_the_one_that_was_asked_for(Type type)
    {
        string expected = GetType().Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ExpectedVersion").Value!;
        string version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        // The commit follows.
        Assert.Equal(expected, version.Split('+')[0]);
    }

    [Fact]
    public void A_loss_of_a_row_and_a_label_has_value_and_gradient()
    {
        // Temperature 2: the rows are (500, 0, 0) and (1, ½, 0); the first loses exactly 500, the second log(e + √e + 1) − 1.
        double total = Math.E + Math.Sqrt(Math.E) + 1;
        double[] expected = [0.25, -0.25, 0, 0.25 * (Math.E / total - 1), 0.25 * Math.Sqrt(Math.E) / total, 0.25 / total];

        double[] gradient = new double[logits.Length];
        double value = new TemperatureCrossEntropy(2).ValueAndGradient(logits, labels, gradient);

        Assert.Equal((500 + Math.Log(total) - 1) / 2, value, 1e-12);
        Assert.All(gradient.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Fact]
    public void A_loss_of_two_scalars_has_value_and_gradient_in_single_precision()
    {
        float[] gradient = new float[2];
        float value = new AsymmetricLoss(under: 2).ValueAndGradient([1f, 2.5f], [1.5f, 0f], gradient);
        Assert.Equal(3.375f, value);
        Assert.Equal([-1f, 2.5f], gradient);
    }

    [Fact]
    public void A_loss_of_the_user_and_a_ready_made_one_agree()
    {
        LabelLoss own = new TemperatureCrossEntropy(1) { LabelSmoothing = 0.1, ClassWeights = [1, 2, 3] };
        LabelLoss readyMade = new CrossEntropyLoss { LabelSmoothing = 0.1, ClassWeights = [1, 2, 3] };
        double[] ownGradient = new double[logits.Length], readyMadeGradient = new double[logits.Length];
        double expected = readyMade.ValueAndGradient(logits, labels, readyMadeGradient);
        Assert.Equal(expected, own.ValueAndGradient(logits, labels, ownGradient), 1e-12 * expected);
        Assert.All(ownGradient.Zip(readyMadeGradient), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
    }

    [Fact]
    public void A_formula_that_returns_a_row_writes_rows()
    {
        double[] probabilities = new double[3];
        new Probabilities().Values([1000, 0, 1000], probabilities, new BatchOptions<double> { Classes = 3 });
        Assert.Equal([0.5, 0, 0.5], probabilities);
    }

    [Fact]
    public void Batches_are_checked()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => new TemperatureCrossEntropy(1).Value(logits, [0, 3]));
        Assert.Equal("label", exception.ParamName);
    }
}
