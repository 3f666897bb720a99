using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Api;

/// <summary>Settings of batches that outlive a call.</summary>
public class BatchSettingsTests
{
    private static readonly float[] logits = [2, 0, 1, 0, 3, 1, 1, 1, 0, 0, 1, 2];
    private static readonly int[] labels = [0, 1, 2, 2];

    private readonly CrossEntropyLoss loss = new();

    [Fact]
    public async Task They_are_kept_across_an_await_and_captured()
    {
        var settings = new BatchSettings { Classes = 3, Normalizer = 8, DegreeOfParallelism = 2 };
        await Task.Yield();
        float[] gradient = new float[logits.Length];
        float half = loss.ValueAndGradient(logits, labels, gradient, settings);
        Func<float> again = () => loss.Value(logits, labels, settings);
        Assert.Equal(half, again());
        Assert.Equal(loss.Value(logits, labels) / 2, half);
        Assert.Equal(2 * half, loss.Value(logits, labels, settings with { Normalizer = null }));
    }

    [Fact]
    public void Weights_come_with_the_batch()
    {
        var settings = new BatchSettings { Classes = 3 };
        Assert.Equal(
            loss.Value(logits, labels, new() { Classes = 3, SampleWeights = [1, 0, 2, 1] }), loss.Value(logits, labels, new(settings) { SampleWeights = [1, 0, 2, 1] }));
    }

    [Fact]
    public void All_of_them_arrive_and_nothing_says_nothing()
    {
        var settings = new BatchSettings { Normalizer = 3, Classes = 5, Inner = 7, RowStride = 11, DegreeOfParallelism = 13 };
        BatchOptions<double> options = settings;
        Assert.Equal((3.0, 5, 7, 11, 13), (options.Normalizer!.Value, options.Classes, options.Inner, options.RowStride, options.DegreeOfParallelism));
        Assert.True(options.SampleWeights.IsEmpty);
        BatchOptions<float> nothing = new BatchSettings(), standard = default;
        Assert.Equal((standard.Normalizer, standard.Classes, standard.Inner, standard.RowStride, standard.DegreeOfParallelism),
            (nothing.Normalizer, nothing.Classes, nothing.Inner, nothing.RowStride, nothing.DegreeOfParallelism));
        Assert.Throws<ArgumentNullException>("settings", () => new BatchOptions<float>(null!).Classes);
        // What is wrong is for the call to say.
        Assert.Throws<ArgumentException>(() => loss.Value(logits, labels, new BatchSettings { Classes = 4 }));
    }
}
