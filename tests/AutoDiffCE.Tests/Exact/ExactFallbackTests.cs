using System.Diagnostics.Metrics;
using AutoDiffCE.Tests.Losses;

namespace AutoDiffCE.Tests.Exact;

/// <summary>
/// Samples in which something overflows, at every entry point: where log(e^(p²) − 1) cannot be computed, it is p², and its derivative is 2p.
/// </summary>
public class ExactFallbackTests
{
    private const int Samples = 37;

    // Every third overflows in double, every sixth is ordinary.
    private static readonly double[] predictions = [.. Enumerable.Range(0, Samples).Select(sample => sample % 3 == 0 ? 40 + sample : 6 + (sample * 0.125))];

    private static readonly double[] ones = [.. Enumerable.Repeat(1.0, Samples)];

    private static double Value(double prediction) => prediction * prediction;

    private static double[] Run(ElementwiseLoss loss, double[] values, BatchOptions<double> options = default)
    {
        double[] gradient = new double[Samples];
        loss.ValuesAndGradient(predictions, new double[Samples], ones, values, gradient, options);
        return gradient;
    }

    private static void Close(double expected, double actual) => Assert.InRange(actual, expected - (1e-13 * Math.Abs(expected)), expected + (1e-13 * Math.Abs(expected)));

    private static void Close(IEnumerable<double> expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Close(pair.First, pair.Second));

    [Fact]
    public void A_sample_that_overflows_has_its_value_and_gradient_at_every_entry_point()
    {
        var loss = new OverflowingLoss { Reduction = Reduction.Sum };
        double[] values = new double[Samples], alone = new double[Samples], backward = new double[Samples];
        double[] gradient = Run(loss, values);
        loss.Values(predictions, new double[Samples], alone);
        loss.Backward(predictions, new double[Samples], ones, backward);
        Close(predictions.Select(Value), values);
        Close(predictions.Select(prediction => 2 * prediction), gradient);
        Assert.Equal(values, alone);
        Assert.Equal(gradient, backward);
        Close(predictions.Sum(Value), loss.Value(predictions, new double[Samples]));
        Close(predictions.Sum(Value), loss.Total(predictions, new double[Samples]).Sum);
    }

    [Fact]
    public void Float_is_rounded_to_float()
    {
        float[] prediction = [50.5f, -1000], gradient = new float[2], values = new float[2];
        new OverflowingLoss().ValuesAndGradient(prediction, [0, 1], [1, 2], values, gradient);
        Assert.Equal([2550.25f, 999_999], values);
        Assert.Equal([101f, -4000], gradient);
    }

    [Fact]
    public void A_gradient_may_overwrite_its_input()
    {
        double[] values = new double[Samples], expected = Run(new OverflowingLoss(), values);
        double[] inPlace = [.. predictions], again = new double[Samples];
        new OverflowingLoss().ValuesAndGradient(inPlace, new double[Samples], ones, again, inPlace);
        Assert.Equal(values, again);
        Assert.Equal(expected, inPlace);
    }

    [Fact]
    public void What_flows_back_and_what_a_sample_weighs_are_factors()
    {
        double[] upstream = [.. Enumerable.Range(0, Samples).Select(sample => (double)(sample % 4))];
        double[] values = new double[Samples], gradient = new double[Samples];
        new OverflowingLoss().ValuesAndGradient(
            predictions, new double[Samples], upstream, values, gradient, new() { SampleWeights = [.. upstream.Select(factor => factor / 2)] });
        Close(predictions.Select((prediction, sample) => upstream[sample] / 2 * Value(prediction)), values);
        Close(predictions.Select((prediction, sample) => upstream[sample] * upstream[sample] / 2 * 2 * prediction), gradient);
    }

    [Fact]
    public void Neither_what_lies_beside_a_sample_nor_the_number_of_threads_shows_in_it()
    {
        const int many = 200_000;
        double[] prediction = [.. Enumerable.Range(0, many).Select(sample => sample % 1000 == 7 ? 45 + (sample * 1e-4) : 3)];
        double[] one = new double[many], two = new double[many], gradients = new double[many];
        double[] target = new double[many], upstream = [.. Enumerable.Repeat(1.0, many)];
        new OverflowingLoss().ValuesAndGradient(prediction, target, upstream, one, gradients);
        double[] parallel = new double[many];
        new OverflowingLoss().ValuesAndGradient(prediction, target, upstream, two, parallel, new() { DegreeOfParallelism = 2 });
        Assert.Equal(one, two);
        Assert.Equal(gradients, parallel);
        double[] value = new double[1], gradient = new double[1];
        new OverflowingLoss().ValuesAndGradient(prediction.AsSpan(100_007, 1), [0], [1], value, gradient);
        Assert.Equal(one[100_007], value[0]);
        Assert.Equal(gradients[100_007], gradient[0]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_input_without_a_number_has_none(double prediction)
    {
        double[] gradient = new double[1];
        double value = new OverflowingLoss().ValueAndGradient([prediction], [0], gradient);
        Assert.False(double.IsFinite(value));
        Assert.False(double.IsFinite(gradient[0]));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(1, 40)]
    [InlineData(4, 3)]
    [InlineData(4, 40)]
    public void Rows_are_found_however_they_lie(int inner, int classes)
    {
        const int items = 3;
        int stride = inner == 1 ? classes + 2 : classes * inner, length = items * stride;
        double[] weights = [.. Enumerable.Range(0, classes).Select(index => 1.0 + (index % 3))];
        double[] prediction = [.. Enumerable.Range(0, length).Select(element => element % 7 == 5 ? 50 + element : 20.0)];
        double[] target = [.. Enumerable.Range(0, length).Select(element => element % 2 == 0 ? 1.0 : 0.5)];
        double[] gradient = new double[length];
        BatchOptions<double> options = new() { Classes = classes, Inner = inner, RowStride = inner == 1 ? stride : 0 };
        double value = new OverflowingRowLoss(2, weights) { Reduction = Reduction.Sum }.ValueAndGradient(prediction, target, gradient, options);

        double expected = 0;
        for (int element = 0; element < length; element++)
        {
            int index = inner == 1 ? element % stride : element / inner % classes;
            double weight = index < classes ? 2 * weights[index] * target[element] : 0;
            expected += weight * Value(prediction[element]);
            Close(weight * 2 * prediction[element], gradient[element]);
        }
        Close(expected, value);
    }

    [Fact]
    public void A_smoothed_label_and_its_class_weights_are_evaluated_again_and_ignored_samples_are_not()
    {
        var loss = new OverflowingLabelLoss { LabelSmoothing = 0.4, ClassWeights = new double[] { 2, 0.5 }, Reduction = Reduction.Sum };
        double[] gradient = new double[6];
        double value = loss.ValueAndGradient([40, 50, 30, 60, 45, 3], [0, -100, 1], gradient);
        // 0.8 of the own class and 0.2 of the other one
        Close((1.6 * 1600) + (0.1 * 2500) + (0.4 * 2025) + (0.4 * Math.Log(Math.Exp(9) - 1)), value);
        double own = 6 * Math.Exp(9) / (Math.Exp(9) - 1);
        Close([1.6 * 80, 0.1 * 100, 0, 0, 0.4 * 90, 0.4 * own], gradient);
    }

    [Fact]
    public void A_row_that_a_formula_gives_is_evaluated_again_where_it_overflows()
    {
        double[] x = [40, 20, -60], values = new double[3], gradient = new double[3], again = new double[3], both = new double[3];
        var map = new OverflowingMap();
        map.Values(x, values, new() { Classes = 3 });
        map.Backward(x, [1, 2, 0.5], gradient, new() { Classes = 3 });
        map.ValuesAndGradient(x, [1, 2, 0.5], again, both, new() { Classes = 3 });
        Close([1600, 400, 3600], values);
        Close([80, 80, -60], gradient);
        Assert.Equal(values, again);
        Assert.Equal(gradient, both);
        map.Values(x, x, new() { Classes = 3 });
        Assert.Equal(values, x);
    }

    [Fact]
    public void What_is_captured_or_flows_back_as_NaN_stays_so()
    {
        double[] gradient = new double[2];
        double value = new OverflowingRowLoss(double.NaN, new double[] { 1, 1 }).ValueAndGradient([40, 50], [1, 1], gradient, new() { Classes = 2 });
        Assert.True(double.IsNaN(value));
        Assert.All(gradient, element => Assert.True(double.IsNaN(element)));
        double[] values = new double[1], single = new double[1];
        new OverflowingLoss().ValuesAndGradient([40.0], [0.0], [double.NaN], values, single);
        Assert.Equal(1600, values[0]);
        Assert.True(double.IsNaN(single[0]));
        double[] rows = new double[2], back = new double[2];
        new OverflowingMap().ValuesAndGradient([40, 2], [1, double.NaN], rows, back, new() { Classes = 2 });
        Assert.Equal(1600, rows[0]);
        Assert.True(double.IsNaN(back[1]));
    }

    [Fact]
    public void A_row_of_one_class_is_found_between_others()
    {
        double[] prediction = [20, 0, 0, 20, 0, 0, 50, 0, 0], target = [1, 0, 0, 1, 0, 0, 1, 0, 0], gradient = new double[9];
        var loss = new OverflowingRowLoss(1, new double[] { 1 }) { Reduction = Reduction.Sum };
        Close(3300, loss.ValueAndGradient(prediction, target, gradient, new() { Classes = 1, RowStride = 3 }));
        Close([40, 40, 100], [gradient[0], gradient[3], gradient[6]]);
    }

    [Fact]
    public void A_meter_counts_the_samples()
    {
        long exact = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == "AutoDiffCE")
                own.EnableMeasurementEvents(instrument);
        };
        int thread = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread && instrument.Name == "autodiffce.samples.exact")
                exact += count;
        });
        listener.Start();
        Run(new OverflowingLoss(), new double[Samples]);
        Assert.Equal(predictions.Count(prediction => prediction >= 40), exact);
    }
}
