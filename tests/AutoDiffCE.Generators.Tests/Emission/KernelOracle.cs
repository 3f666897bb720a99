using System.Globalization;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Emission;

/// <summary>Compares the kernels of a loss with its formula as C#: values, and gradients by differences.</summary>
internal static class KernelOracle
{
    private const int Samples = 7;

    /// <summary>Checks a loss at random samples of so many classes.</summary>
    public static void AssertAgrees(CompiledLoss loss, int classes)
    {
        var random = new Random(20);
        object instance = loss.Create([.. loss.HyperParameters.Select(type => Draw(type, classes, random))]);
        Array[] inputs = [.. loss.Kinds.Select(kind => DrawInput(kind, classes, random))];
        var batch = new Batch(loss, instance, inputs, classes);
        batch.CheckValues();
        batch.CheckGradients();
    }

    // Hyper-parameters are doubles that are no floats; inputs are floats, so that both precisions see the same.
    private static object Draw(Type type, int classes, Random random) =>
        type == typeof(double) ? Number(random)
        : type == typeof(int) ? random.Next(1, 4)
        : type == typeof(bool) ? random.Next(2) == 0
        : type == typeof(Row) ? new Row(Numbers(classes, random))
        : (object)Numbers(classes, random);

    private static Array DrawInput(string kind, int classes, Random random) => kind == "int"
        ? Enumerable.Range(0, Samples).Select(_ => random.Next(classes)).ToArray()
        : Numbers(kind == "Row" ? Samples * classes : Samples, random).Select(number => (double)(float)number).ToArray();

    private static double Number(Random random) => 0.1 + (1.9 * random.NextDouble());

    private static double[] Numbers(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Number(random))];

    private sealed class Batch(CompiledLoss loss, object instance, Array[] inputs, int classes)
    {
        private readonly int results = loss.IsMap ? Samples * classes : Samples;

        public void CheckValues()
        {
            double[] expected = [.. Enumerable.Range(0, Samples).SelectMany(sample => Formula(sample, inputs))];
            double[] values = loss.Values<double>(instance, inputs, classes, results);
            float[] single = loss.Values<float>(instance, inputs, classes, results);
            double[] ones = [.. Enumerable.Repeat(1.0, results)];
            double[] together = loss.Both(instance, inputs, classes, ones, results).Values;
            for (int index = 0; index < results; index++)
            {
                Near(expected[index], values[index], 1e-11, "value", index);
                Near(expected[index], together[index], 1e-11, "value beside a gradient", index);
                Near(expected[index], single[index], 1e-4, "value in float", index);
            }
        }

        public void CheckGradients()
        {
            double[] upstream = [.. Enumerable.Range(0, results).Select(index => 1 + (0.25 * (index % 3)))];
            double[][] gradients = loss.Backward(instance, inputs, classes, upstream);
            float[][] single = loss.Backward(instance, inputs, classes, upstream.Select(value => (float)value).ToArray());
            for (int place = 0; place < loss.Differentiable.Count; place++)
            {
                for (int index = 0; index < gradients[place].Length; index++)
                {
                    (double below, double above) = Slopes(loss.Differentiable[place], index, upstream);
                    double slack = 1e-5 * (1 + Math.Abs(below) + Math.Abs(above));
                    Assert.True(
                        gradients[place][index] >= Math.Min(below, above) - slack && gradients[place][index] <= Math.Max(below, above) + slack,
                        string.Create(CultureInfo.InvariantCulture, $"gradient {index}: {gradients[place][index]} is not from {below} to {above}"));
                    Near(gradients[place][index], single[place][index], 1e-3, "gradient in float", index);
                }
            }
        }

        // On either side: at a kink the gradient lies between the two.
        private (double Below, double Above) Slopes(int input, int index, double[] upstream)
        {
            const double Step = 1e-6;
            int sample = index / (inputs[input].Length / Samples);
            double At(double offset)
            {
                var moved = (double[])inputs[input].Clone();
                moved[index] += offset;
                Array[] all = [.. inputs];
                all[input] = moved;
                double[] values = Formula(sample, all);
                return values.Select((value, place) => value * upstream[(sample * values.Length) + place]).Sum();
            }

            double here = At(0);
            double below = ((3 * here) - (4 * At(-Step)) + At(-2 * Step)) / (2 * Step);
            double above = ((4 * At(Step)) - (3 * here) - At(2 * Step)) / (2 * Step);
            return (below, above);
        }

        private double[] Formula(int sample, Array[] all) => loss.Formula(instance, all.Select((input, place) => loss.Kinds[place] switch
        {
            "Row" => ((double[])input)[(sample * classes)..((sample + 1) * classes)],
            "int" => ((int[])input)[sample],
            _ => (object)((double[])input)[sample],
        }));

        private static void Near(double expected, double actual, double tolerance, string what, int index) => Assert.True(
            Math.Abs(expected - actual) <= tolerance * (1 + Math.Abs(expected)),
            string.Create(CultureInfo.InvariantCulture, $"{what} {index}: {actual:R} for {expected:R}"));
    }
}
