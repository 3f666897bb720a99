using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>Compares all generated members with the formula, on one batch.</summary>
internal static class EveryEntryPoint
{
    public static void AssertMatches<T>(Scenario scenario)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ILossMembers<T> members = scenario.Loss.MembersOf<T>();
        int samples = scenario.Samples;
        Call<T> call = scenario.CallOf<T>();
        double sum = scenario.Values.Sum();
        double mean = samples == 0 ? double.NaN : sum / samples;
        double size = Enumerable.Range(0, samples).Sum(scenario.SizeOf);

        AssertValue<T>(mean, double.CreateTruncating(members.Value(call)), size / Math.Max(samples, 1), scenario, "Value");

        Call<T> reduced = call.Fresh(samples);
        AssertValue<T>(mean, double.CreateTruncating(members.ValueAndGradient(reduced)), size / Math.Max(samples, 1), scenario, "ValueAndGradient");
        AssertGradients(scenario, reduced, _ => 1.0 / samples, "ValueAndGradient");

        Call<T> values = call.Fresh(samples);
        members.Values(values);
        AssertValues(scenario, values, "Values");

        Call<T> both = call.Fresh(samples);
        members.ValuesAndGradient(both);
        AssertValues(scenario, both, "ValuesAndGradient");
        AssertGradients(scenario, both, sample => scenario.Upstream[sample], "ValuesAndGradient");

        Call<T> backward = call.Fresh(samples);
        members.Backward(backward);
        AssertGradients(scenario, backward, sample => scenario.Upstream[sample], "Backward");

        LossTotal total = members.Total(call);
        AssertValue<T>(sum, total.Sum, Math.Max(size, 1), scenario, "Total");
        Assert.Equal(samples, total.Normalizer);
    }

    private static void AssertValues<T>(Scenario scenario, Call<T> call, string member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int n = 0; n < scenario.Samples; n++)
        {
            int sample = n;
            double size = scenario.SizeOf(n);
            Tolerance.AssertClose(
                scenario.Values[n],
                double.CreateTruncating(call.Destination[n]),
                Tolerance.Value<T>(),
                size,
                () => $"{Context<T>(scenario, member)}, sample {sample}");
        }
    }

    private static void AssertGradients<T>(Scenario scenario, Call<T> call, Func<int, double> upstream, string member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < scenario.Loss.Inputs.Length; input++)
        {
            if (!scenario.Loss.Inputs[input].IsDifferentiable)
                continue;
            for (int n = 0; n < scenario.Samples; n++)
                AssertGradient(scenario, call, input, n, upstream(n), member);
        }
    }

    private static void AssertGradient<T>(Scenario scenario, Call<T> call, int input, int sample, double upstream, string member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] gradient = scenario.Gradients[sample][input];
        double size = Math.Abs(upstream) * Math.Max(scenario.SizeOf(sample), gradient.Max(Math.Abs));
        for (int c = 0; c < gradient.Length; c++)
        {
            int element = c;
            Tolerance.AssertClose(
                upstream * gradient[c],
                double.CreateTruncating(call.Gradients[input][(sample * gradient.Length) + c]),
                Tolerance.Difference<T>(),
                size,
                () => $"{Context<T>(scenario, member)}, sample {sample} (label {scenario.Label[sample]}), gradient of input {input} at {element}");
        }
    }

    private static void AssertValue<T>(double expected, double actual, double size, Scenario scenario, string member)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Tolerance.AssertClose(expected, actual, Tolerance.Value<T>(), size, () => Context<T>(scenario, member));

    private static string Context<T>(Scenario scenario, string member) => $"{scenario}, {typeof(T).Name}, {member}";
}
