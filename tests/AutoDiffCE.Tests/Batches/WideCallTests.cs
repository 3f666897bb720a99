using AutoDiffCE.Tests.Losses;

namespace AutoDiffCE.Tests.Batches;

/// <summary>A call in float that is computed in double gives what the call in double gives, rounded: of every member, and with everything that may be said about a batch.</summary>
public class WideCallTests
{
    private const int Samples = 8;
    private const int Classes = 3;

    private static readonly SixthPowerLoss loss = new(1e-8) { ClassWeights = [1, 2, 0.5], IgnoreIndex = 1 };
    private static readonly int[] labels = [0, 2, 1, 2, 0, 0, 1, 2];
    private static readonly float[] ones = [.. Enumerable.Range(0, Samples).Select(sample => (sample % 3) + 0.5f)];

    public static TheoryData<BatchSettings> Settings => new()
    {
        new BatchSettings { Classes = Classes },
        new BatchSettings { Classes = Classes, Inner = 4, Normalizer = 1e-24 },
        new BatchSettings { Classes = Classes, RowStride = 5, DegreeOfParallelism = 2 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_member_gives_the_rounded_result_of_double(BatchSettings settings)
    {
        float[] x = Draw(settings);
        double[] wide = Widened(x), gradient = new double[x.Length], values = new double[Samples];
        float[] single = new float[x.Length], singleValues = new float[Samples];
        BatchOptions<double> options = new(settings) { SampleWeights = Widened(ones) };
        BatchOptions<float> singleOptions = new(settings) { SampleWeights = ones };

        double value = loss.ValueAndGradient(wide, labels, gradient, options);
        Assert.NotEqual(0, (float)value);
        Assert.Equal((float)value, loss.ValueAndGradient(x, labels, single, singleOptions));
        Assert.Equal(Narrowed(gradient), single);
        Assert.Equal((float)loss.Value(wide, labels, options), loss.Value(x, labels, singleOptions));
        Assert.Equal(loss.Total(wide, labels, options), loss.Total(x, labels, singleOptions));

        loss.ValuesAndGradient(wide, labels, Widened(ones), values, gradient, options);
        loss.ValuesAndGradient(x, labels, ones, singleValues, single, singleOptions);
        Assert.Equal(Narrowed(values), singleValues);
        Assert.Equal(Narrowed(gradient), single);

        loss.Backward(x, labels, ones, x, singleOptions);
        Assert.Equal(single.Where((_, index) => !IsPadding(index, settings)), x.Where((_, index) => !IsPadding(index, settings)));
    }

    [Fact]
    public void What_lies_between_rows_stays_what_it_is()
    {
        float[] gradient = [.. Enumerable.Repeat(7f, Samples * 5)];
        loss.ValueAndGradient(new float[Samples * 5], labels, gradient, new() { Classes = Classes, RowStride = 5 });
        Assert.All(gradient.Where((_, index) => index % 5 >= Classes), number => Assert.Equal(7, number));
    }

    [Fact]
    public void A_label_distribution_is_computed_in_double_too()
    {
        float[] x = Draw(new()), distribution = [.. Enumerable.Range(0, Samples * Classes).Select(index => (index % 4) * 0.25f)], gradient = new float[x.Length];
        double[] wide = new double[x.Length];
        double value = loss.ValueAndGradient(Widened(x), Widened(distribution), Classes, wide);
        Assert.Equal((float)value, loss.ValueAndGradient(x, distribution, Classes, gradient));
        Assert.Equal(Narrowed(wide), gradient);
    }

    [Fact]
    public void A_batch_that_does_not_fit_is_refused_and_nothing_written()
    {
        float[] gradient = [1, 2];
        Assert.Throws<ArgumentException>(() => loss.ValueAndGradient(new float[6], [0, 2], gradient));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SixthPowerLoss(1e-8).ValueAndGradient(new float[2], [5], gradient));
        Assert.Equal([1f, 2], gradient);
    }

    private static float[] Draw(BatchSettings settings)
    {
        int stride = settings.RowStride == 0 ? Classes : settings.RowStride;
        return [.. Enumerable.Range(0, Samples * stride).Select(index => (float)(1e18 * (1 + (0.1 * (index % 7)))))];
    }

    private static bool IsPadding(int index, BatchSettings settings) => settings.RowStride != 0 && index % settings.RowStride >= Classes;

    private static double[] Widened(float[] numbers) => Array.ConvertAll(numbers, number => (double)number);

    private static float[] Narrowed(double[] numbers) => Array.ConvertAll(numbers, number => (float)number);
}
