using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Activations;

/// <content>Logits whose exponentials are no numbers of T.</content>
public abstract partial class RowMapTests<T>
{
    public static TheoryData<double[]> ExtremeRows => new()
    {
        { [89, 0, 88, -3] },
        { [1000, 0, 999, -1000] },
        { [-1000, -1001, -999, -10_000] },
        { [10_000, 10_000, -10_000, 10_000] },
        { [3, double.NegativeInfinity, 1, 2] },
        { [5, double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity] },
        { [1e30, -1e30, 0, 1e30] },
    };

    [Theory]
    [MemberData(nameof(ExtremeRows))]
    public void Extreme_logits_have_probabilities_that_sum_to_one(double[] row)
    {
        foreach (double[] logits in ShortAndLong(row))
        {
            T[] probabilities = Forward(RowMap.ByName("softmax"), logits);
            double[] expected = [.. Logarithms(logits).Select(Math.Exp)];
            for (int c = 0; c < logits.Length; c++)
                Tolerance.AssertClose(
                    expected[c], double.CreateTruncating(probabilities[c]), 2 * Tolerance.Value<T>(), expected[c] + 1e-30, () => $"class {c}");
            Assert.Equal(1, probabilities.Sum(double.CreateTruncating), 4 * Tolerance.Value<T>());
        }
    }

    [Theory]
    [MemberData(nameof(ExtremeRows))]
    public void Extreme_logits_have_finite_logarithms_unless_they_cannot_be(double[] row)
    {
        foreach (double[] logits in ShortAndLong(row))
        {
            T[] logarithms = Forward(RowMap.ByName("log-softmax"), logits);
            double[] expected = Logarithms(logits);
            for (int c = 0; c < logits.Length; c++)
            {
                double exact = double.CreateTruncating(T.CreateTruncating(expected[c]));
                Tolerance.AssertClose(exact, double.CreateTruncating(logarithms[c]), Tolerance.Value<T>(), 1 + Math.Abs(exact), () => $"class {c}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ExtremeRows))]
    public void What_flows_back_is_finite_at_extreme_logits(double[] row)
    {
        foreach (double[] logits in ShortAndLong(row))
        {
            double[] upstream = [.. logits.Select((_, c) => (c % 3) - 1.0)];
            T[] gradient = new T[logits.Length];
            var options = new BatchOptions<T> { Classes = logits.Length };
            new ActivationMembers(new SoftmaxActivation()).Bind<ActivationMembers.Backward<T>>("Backward")(
                Call<T>.Numbers(logits), Call<T>.Numbers(upstream), gradient, options);

            double[] probabilities = [.. Logarithms(logits).Select(Math.Exp)];
            double mean = probabilities.Zip(upstream, (probability, factor) => probability * factor).Sum();
            for (int c = 0; c < logits.Length; c++)
            {
                double expected = probabilities[c] * (upstream[c] - mean);
                Tolerance.AssertClose(expected, double.CreateTruncating(gradient[c]), 2 * Tolerance.Value<T>(), 1, () => $"class {c}");
            }
        }
    }

    private static IEnumerable<double[]> ShortAndLong(double[] row)
    {
        yield return row;
        yield return [.. Enumerable.Repeat(row, (longestShortRow / 4) + 1).SelectMany(part => part)];
    }

    private static T[] Forward(RowMap map, double[] logits)
    {
        T[] destination = new T[logits.Length];
        var options = new BatchOptions<T> { Classes = logits.Length };
        new ActivationMembers(map.Loss).Bind<ActivationMembers.Forward<T>>("Values")(Call<T>.Numbers(logits), destination, options);
        return destination;
    }

    // The difference to the maximum first: it is exact where the maximum itself swallows the logarithm.
    private static double[] Logarithms(double[] logits)
    {
        double max = logits.Max();
        double logarithm = Math.Log(logits.Sum(logit => Math.Exp(logit - max)));
        return [.. logits.Select(logit => logit - max - logarithm)];
    }
}
