using AutoDiffCE.Checking;
using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Activations;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Maps from rows to rows: activations, and layers written by hand.</summary>
public class MapGradientTests
{
    private static readonly GradientCheck check = new() { Seed = CheckedNumbers.Seed };

    public static TheoryData<string, int> Maps => Reports.Combined(RowMap.All().Select(map => map.Name), [1, 2, 3, 10, 40]);

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_map_of_rows_passes(string name, int classes)
    {
        Loss loss = RowMap.ByName(name).Loss;
        double[] logits = CheckedNumbers.Draw(5 * classes, Domain.Real);
        var alongDirections = new GradientCheck { Seed = CheckedNumbers.Seed, Directions = 8 };
        Reports.AssertAllPass(
        [
            check.CheckMap(MapOf<double>(loss), logits, classes, MapOf<float>(loss)),
            alongDirections.CheckMap(MapOf<double>(loss), logits, classes, MapOf<float>(loss)),
            check.CheckMapExtremes(MapOf<double>(loss), classes, MapOf<float>(loss)),
        ]);
    }

    [Fact]
    public void What_flows_back_through_a_softmax_keeps_its_digits_where_one_class_has_all_of_it()
    {
        // Of two classes, p (1 − p) (u₀ − u₁) flows back to the first one, and p is 1 in float.
        float[] gradient = new float[2];
        new SoftmaxActivation().Backward([0, -30], [3, 2], gradient, new() { Classes = 2 });
        double share = Math.Exp(-30) / (1 + Math.Exp(-30));
        Assert.Equal(share, gradient[0], 1e-6 * share);
        Assert.Equal(-share, gradient[1], 1e-6 * share);
    }

    [Fact]
    public void An_activation_is_checked_in_a_line()
    {
        var gelu = new GeluActivation();
        double[] input = [-3, -0.5, 0, 0.2, 4];
        check.CheckMap(new(gelu.Values, gelu.Backward, gelu.ValuesAndGradient), input, twin: new(gelu.Values, gelu.Backward, gelu.ValuesAndGradient)).Assert();
        check.Check((x, gradient) => gelu.ValueAndGradient(x, gradient), input, twin: (x, gradient) => gelu.ValueAndGradient(x, gradient)).Assert();
        check.CheckMapExtremes(new(gelu.Values, gelu.Backward), twin: new(gelu.Values, gelu.Backward)).Assert();
    }

    [Fact]
    public void A_backward_that_forgets_a_term_fails()
    {
        // What flows back through a softmax is p · (u − Σ p·u); the sum is easily forgotten, and does not show where the upstream is 1 throughout.
        var softmax = new SoftmaxActivation();
        MapBackward<double> forgetful = (x, upstream, gradient, options) =>
        {
            softmax.Values(x, gradient, options);
            for (int i = 0; i < x.Length; i++) gradient[i] *= upstream[i];
        };
        Assert.False(check.CheckMap(new(softmax.Values, forgetful), [0.3, -1, 2], 3).Passed);
        Assert.False(check.CheckMapExtremes(new(softmax.Values, forgetful), 3).Passed);
    }

    [Fact]
    public void Each_member_is_compared()
    {
        var tanh = new TanhActivation();
        double[] input = [-1, 0.5, 2];
        Assert.True(check.CheckMap(new(tanh.Values, tanh.Backward), input).Passed);
        Assert.Equal(
            ["ValuesAndGradient against Values", "ValuesAndGradient against Backward"],
            Wrong(check.CheckMap(new(tanh.Values, tanh.Backward, NothingAtAll), input)));
        Assert.Equal(
            ["Values in float", "Backward in float", "ValuesAndGradient in float"],
            Wrong(check.CheckMap(new(tanh.Values, tanh.Backward), input, twin: new(NoValues, NoGradient, NothingAtAll))));
    }

    [Fact]
    public void A_layer_may_give_rows_of_another_length()
    {
        GradientReport right = check.CheckMap(Projection(1), [0.3, -1, 2, 0.5, 4, -2], 3);
        right.Assert();
        Assert.Equal((1, 2), (right.Elements[^1].Sample, right.Elements[^1].Class));
        Assert.False(check.CheckMap(Projection(1.001), [0.3, -1, 2, 0.5, 4, -2], 3).Passed);
    }

    [Fact]
    public void A_map_that_overflows_fails_at_extreme_points()
    {
        DifferentiableMap<double> naive = new(
            (x, y, _) =>
            {
                for (int i = 0; i < x.Length; i++) y[i] = Math.Exp(x[i]) / (1 + Math.Exp(x[i]));
            },
            (x, upstream, gradient, _) =>
            {
                for (int i = 0; i < x.Length; i++) gradient[i] = upstream[i] * Math.Exp(x[i]) / ((1 + Math.Exp(x[i])) * (1 + Math.Exp(x[i])));
            });
        check.CheckMap(naive, [0.5, -2]).Assert();
        GradientReport report = check.CheckMapExtremes(naive);
        Assert.Contains(report.Elements, element => element is { Note: "row 1E+04", Verdict: GradientVerdict.Disagrees });
        new GradientCheck { Highest = 88 }.CheckMapExtremes(naive).Assert();
    }

    [Fact]
    public void What_is_no_batch_of_rows_is_rejected()
    {
        Assert.Throws<ArgumentException>("point", () => check.CheckMap(Projection(1), [1, 2, 3, 4], 3));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => check.CheckMap(Projection(1), [1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => check.CheckMapExtremes(Projection(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DifferentiableMap<double>(NoValues, NoGradient) { Outputs = -1 });
    }

    // The first number of each row and the sum of the others.
    private static DifferentiableMap<double> Projection(double factor) => new(
        (x, y, options) =>
        {
            for (int i = 0; i < y.Length / 2; i++)
            {
                ReadOnlySpan<double> row = x.Slice(i * options.Classes, options.Classes);
                y[2 * i] = row[0];
                y[2 * i + 1] = 0;
                foreach (double number in row[1..]) y[2 * i + 1] += number;
            }
        },
        (x, upstream, gradient, options) =>
        {
            for (int i = 0; i < x.Length; i++)
            {
                int sample = i / options.Classes;
                gradient[i] = i % options.Classes == 0 ? upstream[2 * sample] : factor * upstream[2 * sample + 1];
            }
        })
    { Outputs = 2 };

    private static DifferentiableMap<T> MapOf<T>(Loss loss)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var members = new ActivationMembers(loss);
        return new(
            members.Bind<ActivationMembers.Forward<T>>("Values").Invoke,
            members.Bind<ActivationMembers.Backward<T>>("Backward").Invoke,
            members.Bind<ActivationMembers.Both<T>>("ValuesAndGradient").Invoke);
    }

    private static string[] Wrong(GradientReport report) =>
        [.. report.Elements.Where(element => element.Verdict == GradientVerdict.Disagrees).Select(element => element.Gradient).Distinct()];

    private static void NoValues<T>(ReadOnlySpan<T> input, Span<T> destination, BatchOptions<T> options)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
    }

    private static void NoGradient<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
    }

    private static void NothingAtAll<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> destination, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
    }
}
