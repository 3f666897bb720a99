using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Losses;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>What a mean divides by, from labels and weights alone.</summary>
public class NormalizerTests
{
    private static readonly int[] labels = [0, 2, -100, 1, 2];
    private static readonly double[] logits = [.. Enumerable.Range(0, 15).Select(i => Math.Sin(i))];
    private static readonly Row classWeights = [0.5, 2, 0.25];

    public static TheoryData<LabelLoss, double> Losses => new()
    {
        { new CrossEntropyLoss(), 4 },
        { new CrossEntropyLoss { ClassWeights = classWeights }, 3 },
        { new CrossEntropyLoss { ClassWeights = classWeights, LabelSmoothing = 0.3, Reduction = Reduction.Sum }, 3 },
        { new MultiMarginLoss { ClassWeights = classWeights }, 4 },
        { new NegativeLogLikelihoodLoss { Classes = 3 }, 4 },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void It_is_that_of_the_batch(LabelLoss loss, double expected)
    {
        float[] weights = [1, 3, 5, 0.5f, 0];
        float[] floats = [.. logits.Select(logit => (float)logit)];
        Assert.Equal(expected, loss.Normalizer(labels));
        Assert.Equal(expected, loss.Total(logits, labels).Normalizer);
        Assert.Equal(expected, loss.Normalizer(labels, new BatchOptions<float> { Classes = 3, DegreeOfParallelism = 2, Inner = 5 }));
        var weighted = new BatchOptions<float> { SampleWeights = weights };
        Assert.Equal(loss.Total(floats, labels, weighted).Normalizer, loss.Normalizer(labels, weighted));
        Assert.Equal(7, loss.Normalizer(labels, new BatchOptions<double> { Normalizer = 7 }));
        Assert.Equal(0, loss.Normalizer([]));
    }

    [Fact]
    public void A_label_to_leave_out_is_refused_where_another_is_ignored() =>
        Assert.Throws<ArgumentOutOfRangeException>("label", () => new CrossEntropyLoss { IgnoreIndex = 2 }.Normalizer(labels));

    // The use that it is for.
    [Fact]
    public void Parts_of_a_batch_divided_by_it_add_up_to_the_whole()
    {
        var loss = new CrossEntropyLoss { ClassWeights = classWeights };
        double[] whole = new double[logits.Length], parts = new double[logits.Length];
        double mean = loss.ValueAndGradient(logits, labels, whole);
        double normalizer = loss.Normalizer(labels), sum = 0;
        foreach ((int first, int end) in new[] { (0, 1), (1, 4), (4, 5) })
        {
            Range rows = (3 * first)..(3 * end);
            sum += loss.ValueAndGradient(logits.AsSpan(rows), labels.AsSpan(first..end), parts.AsSpan(rows), new() { Normalizer = normalizer });
        }
        Assert.Equal(mean, sum, 1e-15);
        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Classes_that_a_row_does_not_have_count()
    {
        var loss = new ExpectedClassLoss { ClassWeights = [1, 0.5, 2, 0.25] };
        Assert.Equal(2.25, loss.Normalizer([2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => loss.Normalizer([4]));
        Assert.Equal(3, new ExpectedClassLoss().Normalizer([0, 5, 9]));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(3, true)]
    public void A_label_that_is_no_class_is_refused_where_the_classes_are_known(int bad, bool isClassWhereNothingTells)
    {
        foreach (CrossEntropyLoss loss in new CrossEntropyLoss[] { new() { Classes = 3 }, new() { ClassWeights = classWeights } })
            Assert.Throws<ArgumentOutOfRangeException>("label", () => loss.Normalizer([0, bad]));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => new CrossEntropyLoss().Normalizer([0, bad], new BatchOptions<float> { Classes = 3 }));
        if (isClassWhereNothingTells)
            Assert.Equal(2, new CrossEntropyLoss().Normalizer([0, bad]));
        else
            Assert.Throws<ArgumentOutOfRangeException>("label", () => new CrossEntropyLoss().Normalizer([0, bad]));
    }

    [Fact]
    public void What_does_not_fit_is_refused_as_by_every_member()
    {
        var loss = new CrossEntropyLoss();
        Assert.Throws<ArgumentException>("options", () => loss.Normalizer(labels, new BatchOptions<double> { SampleWeights = [1, 2] }));
        Assert.Throws<ArgumentException>("options", () => loss.Normalizer(labels, new BatchOptions<double> { Inner = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>("options.Normalizer", () => loss.Normalizer(labels, new BatchOptions<double> { Normalizer = -1 }));
        Assert.Throws<ArgumentException>("ClassWeights", () =>
            new CrossEntropyLoss { ClassWeights = classWeights }.Normalizer(labels, new BatchOptions<double> { Classes = 4 }));
    }
}
