using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Activations;

/// <summary>Calls of a formula that returns a row that do not fit.</summary>
public class RowMapErrorTests
{
    private readonly SoftmaxActivation softmax = new();
    private readonly float[] logits = [1, 2, 3, 4, 5, 6];
    private readonly float[] destination = new float[6];

    [Fact]
    public void Sample_weights_and_a_normalizer_are_refused()
    {
        Assert.Equal("options", Assert.Throws<ArgumentException>(() =>
            softmax.Values(logits, destination, new() { Classes = 3, SampleWeights = [1f, 2f] })).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentException>(() =>
            softmax.Backward(logits, logits, destination, new() { Classes = 3, Normalizer = 2 })).ParamName);
    }

    [Fact]
    public void The_number_of_classes_must_be_known_and_fit()
    {
        Assert.Equal("logits", Assert.Throws<ArgumentException>(() => softmax.Values(logits, destination)).ParamName);
        ArgumentException error = Assert.Throws<ArgumentException>(() => softmax.Values(logits, destination, new() { Classes = 4 }));
        Assert.Equal("logits", error.ParamName);
        Assert.Contains("6", error.Message, StringComparison.Ordinal);
        Assert.Contains("4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_lengths_are_refused_by_name()
    {
        BatchOptions<float> Options() => new() { Classes = 3 };

        AssertNames("destination", () => softmax.Values(logits, destination.AsSpan(1), Options()));
        AssertNames("upstream", () => softmax.Backward(logits, logits.AsSpan(3), destination, Options()));
        AssertNames("logitsGradient", () => softmax.Backward(logits, logits, destination.AsSpan(3), Options()));
        AssertNames("destination", () => softmax.ValuesAndGradient(logits, new float[6], destination.AsSpan(3), new float[6], Options()));
        Assert.All(destination, number => Assert.Equal(0, number));
    }

    [Fact]
    public void A_partial_overlap_is_refused()
    {
        float[] memory = [1, 2, 3, 4, 5, 6, 7];

        AssertNames("destination", () => softmax.Values(memory.AsSpan(0, 6), memory.AsSpan(1, 6), new() { Classes = 3 }));
        AssertNames("logitsGradient", () => softmax.Backward(logits, memory.AsSpan(0, 6), memory.AsSpan(1, 6), new() { Classes = 3 }));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], memory);
    }

    private static void AssertNames(string parameter, Action call) => Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
