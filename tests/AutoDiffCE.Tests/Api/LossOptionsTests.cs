using System.Globalization;

namespace AutoDiffCE.Tests.Api;

public class LossOptionsTests
{
    [Fact]
    public void Defaults_are_those_of_a_plain_mean()
    {
        var loss = new RecordingLabelLoss();

        Assert.Equal(Reduction.Mean, loss.Reduction);
        Assert.Equal(double.NaN, loss.EmptyMean);
        Assert.Equal(0, loss.Classes);
        Assert.Equal(0, loss.ClassWeights.Length);
        Assert.Equal(-100, loss.IgnoreIndex);
        Assert.Equal(0, loss.LabelSmoothing);
        Assert.Equal(MeanOver.Weights, new LossAttribute().Mean);
    }

    [Fact]
    public void Options_are_kept_as_given()
    {
        var loss = new RecordingLabelLoss
        {
            Reduction = Reduction.Sum,
            EmptyMean = 0,
            Classes = 3,
            ClassWeights = [0, 1, 2.5],
            IgnoreIndex = 255,
            LabelSmoothing = 1,
        };

        Assert.Equal(Reduction.Sum, loss.Reduction);
        Assert.Equal(0, loss.EmptyMean);
        Assert.Equal(3, loss.Classes);
        Assert.Equal<Row>([0, 1, 2.5], loss.ClassWeights);
        Assert.Equal(255, loss.IgnoreIndex);
        Assert.Equal(1, loss.LabelSmoothing);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0001)]
    [InlineData(double.NaN)]
    public void Label_smoothing_outside_its_range_is_refused(double smoothing) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingLabelLoss { LabelSmoothing = smoothing });

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_class_weight_that_is_no_weight_is_refused_by_its_class(double weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingLabelLoss { ClassWeights = [1, 1, weight] });

        Assert.Contains("class 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(weight, Convert.ToDouble(error.ActualValue, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Negative_classes_and_unknown_reductions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingRowLoss { Classes = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordingRowLoss { Reduction = (Reduction)2 });
    }

    [Fact]
    public void Batch_options_say_nothing_by_default()
    {
        BatchOptions<float> options = default;

        Assert.True(options.SampleWeights.IsEmpty);
        Assert.Null(options.Normalizer);
        Assert.Equal(0, options.Classes);
        Assert.Equal(1, options.Inner);
        Assert.Equal(0, options.RowStride);
        Assert.Equal(0, options.DegreeOfParallelism);
    }

    [Fact]
    public void Batch_options_are_kept_as_given()
    {
        BatchOptions<double> options = new()
        {
            SampleWeights = [1, 2],
            Normalizer = 8,
            Classes = 5,
            Inner = 12,
            RowStride = 6,
            DegreeOfParallelism = 2,
        };

        Assert.Equal([1.0, 2.0], options.SampleWeights.ToArray());
        Assert.Equal(8, options.Normalizer);
        Assert.Equal(5, options.Classes);
        Assert.Equal(12, options.Inner);
        Assert.Equal(6, options.RowStride);
        Assert.Equal(2, options.DegreeOfParallelism);
        Assert.Equal(1, new BatchOptions<double> { Inner = 0 }.Inner);
    }

    [Fact]
    public void Totals_merge_into_the_mean_of_all_parts()
    {
        LossTotal whole = new LossTotal(6, 2) + new LossTotal(3, 1) + default(LossTotal);

        Assert.Equal(new LossTotal(9, 3), whole);
        Assert.Equal(3, whole.Mean);
        Assert.Equal(double.NaN, default(LossTotal).Mean);
    }
}
