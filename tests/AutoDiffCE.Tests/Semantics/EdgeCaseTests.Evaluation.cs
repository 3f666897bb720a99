using AutoDiffCE.Losses;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

public abstract partial class EdgeCaseTests<T>
{
    /// <summary>What the members of a loss give for one batch: the reduced value and its gradient, the values one by one, and the total.</summary>
    private sealed record Evaluation(double Value, double[] Gradient, double[] Values, LossTotal Total);

    private static Evaluation Evaluate(LabelLoss loss, double[] rows, int[] label) =>
        Evaluate(new LabelMembers(loss), new Call<T> { Inputs = [Call<T>.Numbers(rows)], Label = label }, label.Length);

    private static Evaluation EvaluateDistribution(LabelLoss loss, double[] rows, double[] distribution, int classes = 0)
    {
        int length = classes > 0 ? classes : loss.ClassWeights.Length > 0 ? loss.ClassWeights.Length : distribution.Length;
        var call = new Call<T> { Inputs = [Call<T>.Numbers(rows), Call<T>.Numbers(distribution)], Classes = length };
        return Evaluate(new DistributionMembers(loss), call, rows.Length / length);
    }

    private static Evaluation Evaluate(object adapter, Call<T> call, int samples)
    {
        var members = (ILossMembers<T>)adapter;
        call = call.Fresh(samples);
        double value = double.CreateTruncating(members.ValueAndGradient(call));
        Assert.Equal(value, double.CreateTruncating(members.Value(call)), Around(value));
        members.Values(call);
        return new Evaluation(value, Doubles(call.Gradients[0]), Doubles(call.Destination), members.Total(call));
    }

    // As a mean, and with classes that cannot be behind it.
    private static void AssertRow(double[] row, int label, double value, double[] gradient, CrossEntropyLoss? loss = null)
    {
        foreach (int padding in paddings)
        {
            if (loss is not null && padding > 0)
                continue;
            Evaluation result = Evaluate(loss ?? new CrossEntropyLoss(), [.. row, .. Enumerable.Repeat(-Infinity, padding)], [label]);
            Assert.Equal(value, result.Value, Around(value));
            Assert.Equal(value, result.Values[0], Around(value));
            AssertNumbers(gradient, result.Gradient[..row.Length]);
            bool isNumber = !gradient.Any(double.IsNaN);
            Assert.All(result.Gradient[row.Length..], derivative => Assert.Equal(isNumber ? 0 : NaN, derivative));
        }
    }

    private static double Around(double value) => tolerance * (double.IsFinite(value) ? Math.Max(1, Math.Abs(value)) : 1);

    private static void AssertNumbers(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
            Assert.Equal(expected[index], actual[index], tolerance);
    }

    private static double[] Doubles(T[] numbers) => [.. numbers.Select(double.CreateTruncating)];
}
