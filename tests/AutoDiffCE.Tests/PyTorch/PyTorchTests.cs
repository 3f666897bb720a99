using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.PyTorch;

/// <summary>The ready-made losses against numbers taken from PyTorch, in double, at every reduction.</summary>
public class PyTorchTests
{
    private const double Bound = 1e-12;

    private static readonly PyTorchNumbers numbers = PyTorchNumbers.Load();

    /// <summary>The losses, by name.</summary>
    public static TheoryData<string> Losses => [.. numbers.Batches.Select(batch => batch.Loss).Distinct()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Values_and_gradients_without_a_reduction_are_those_of_PyTorch(string loss) => ForEach(loss, ["none"], (batch, _, result) =>
    {
        Call<double> call = CallOf(batch) with { Upstream = batch.Upstream };
        new PyTorchLosses(batch, Reduction.Sum).Members().ValuesAndGradient(call);
        AssertClose(result.Values, call.Destination, "values");
        AssertGradients(result, call);
    });

    [Theory]
    [MemberData(nameof(Losses))]
    public void Reduced_value_and_gradient_are_those_of_PyTorch(string loss) => ForEach(loss, ["mean", "sum", "batchmean"], (batch, reduction, result) =>
    {
        Call<double> call = CallOf(batch);
        // A mean over the classes as well is what PyTorch has where there is a batchmean beside it.
        if (reduction == "mean" && batch.Results.ContainsKey("batchmean"))
            call = call with { Normalizer = numbers.Samples * numbers.Classes };
        double value = new PyTorchLosses(batch, reduction == "sum" ? Reduction.Sum : Reduction.Mean).Members().ValueAndGradient(call);
        AssertClose(result.Values, [value], "value");
        AssertGradients(result, call);
    });

    private static Call<double> CallOf(PyTorchBatch batch)
    {
        Call<double> call = new() { Inputs = batch.Inputs, Label = batch.Labels };
        bool hasRows = batch.Inputs[0].Length != numbers.Samples;
        return (call with { Classes = hasRows ? numbers.Classes : 0 }).Fresh(numbers.Samples);
    }

    private static void ForEach(string loss, string[] reductions, Action<PyTorchBatch, string, PyTorchResult> check)
    {
        foreach (PyTorchBatch batch in numbers.Batches.Where(batch => batch.Loss == loss))
        {
            foreach (string reduction in reductions.Where(batch.Results.ContainsKey))
            {
                string context = $"{loss}({string.Join(", ", batch.Parameters)}), {reduction}";
                Exception? difference = Record.Exception(() => check(batch, reduction, batch.Results[reduction]));
                Assert.True(difference is null, $"{context}: {difference?.Message}");
            }
        }
    }

    private static void AssertGradients(PyTorchResult result, Call<double> call)
    {
        for (int input = 0; input < result.Gradients.Length; input++)
        {
            if (result.Gradients[input].Length > 0)
                AssertClose(result.Gradients[input], call.Gradients[input], $"gradient of input {input}");
        }
    }

    private static void AssertClose(double[] expected, double[] actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            int position = index;
            Tolerance.AssertClose(expected[index], actual[index], Bound, Math.Max(1, Math.Abs(expected[index])), () => $"{what} at {position}");
        }
    }
}
