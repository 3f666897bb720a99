using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Activations;

/// <inheritdoc/>
public sealed class FloatRowMapTests : RowMapTests<float>
{
    [Fact]
    public void The_logits_of_the_readme_have_the_probabilities_of_the_readme()
    {
        float[] probabilities = new float[2];
        new SoftmaxActivation().Values([89f, 0f], probabilities, new() { Classes = 2 });
        Assert.Equal(1, probabilities[0]);
        Assert.InRange(probabilities[1], 2.22735e-39f, 2.22745e-39f);
    }
}
