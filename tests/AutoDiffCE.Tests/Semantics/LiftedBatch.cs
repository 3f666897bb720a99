using System.Numerics;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>A batch, and what must come of it under modifiers, by the law of lifting and plain loops.</summary>
internal sealed class LiftedBatch
{
    private readonly (double Value, double[] Gradient)[][] known;

    public LiftedBatch(int samples, int classes, int seed, Func<double[], int, (double Value, double[] Gradient)> plain)
    {
        Classes = classes;
        var random = new Random(seed);
        Rows = Draw(samples, classes, () => (float)((random.NextDouble() * 4) - 2));
        Distribution = Draw(samples, classes, () => random.Next(0, 9) / 8.0);
        Label = [.. Enumerable.Range(0, samples).Select(n => n < 2 ? n : random.Next(classes))];
        Upstream = [.. Enumerable.Range(0, samples).Select(n => n == 2 ? 0 : random.Next(-16, 17) / 8.0)];
        known = [.. Rows.Select(row => Enumerable.Range(0, classes).Select(c => plain(row, c)).ToArray())];
    }

    public int Classes { get; }

    public double[][] Rows { get; }

    /// <summary>It need not add up to 1; some probabilities are 0.</summary>
    public double[][] Distribution { get; }

    public int[] Label { get; }

    public double[] Upstream { get; }

    /// <summary>The labels of a run: where a label outside the classes is ignored, one sample has it.</summary>
    public int[] LabelsFor(Modifiers modifiers) =>
        [.. Label.Select((label, n) => n == 3 && modifiers.IgnoreIndex == 255 ? 255 : label)];

    public Call<T> CallFor<T>(Modifiers modifiers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Inputs = [Call<T>.Numbers(Rows.SelectMany(row => row)), Call<T>.Numbers(Distribution.SelectMany(row => row))],
            Label = LabelsFor(modifiers),
            Upstream = Call<T>.Numbers(Upstream),
            SampleWeights = Call<T>.Numbers(modifiers.SampleWeights),
            Normalizer = modifiers.Normalizer,
            Classes = Classes,
        };

    /// <summary>What a sample weighs in a normalizer; 0 for one that is ignored.</summary>
    public double Weight(Modifiers modifiers, int sample, bool meanOverSamples)
    {
        int label = LabelsFor(modifiers)[sample];
        if (!modifiers.HasDistribution && label == modifiers.IgnoreIndex)
            return 0;
        return meanOverSamples ? 1 : modifiers.SampleWeight(sample) * (modifiers.HasDistribution ? 1 : modifiers.ClassWeight(label));
    }

    /// <summary>
    /// Weight · Σ_c q_c·w_c·f(row, c) of a sample, its gradient, and Σ_c of the factors, which bounds the size of what is added up.
    /// </summary>
    public (double Value, double[] Gradient, double Size) Lift(Modifiers modifiers, int sample)
    {
        int label = LabelsFor(modifiers)[sample];
        var gradient = new double[Classes];
        double value = 0;
        double size = 0;
        if (!modifiers.HasDistribution && label == modifiers.IgnoreIndex)
            return (value, gradient, size);
        for (int c = 0; c < Classes; c++)
        {
            double probability = modifiers.HasDistribution ? Distribution[sample][c] : c == label ? 1 : 0;
            probability = ((1 - modifiers.LabelSmoothing) * probability) + (modifiers.LabelSmoothing / Classes);
            double factor = modifiers.SampleWeight(sample) * modifiers.ClassWeight(c) * probability;
            value += factor * known[sample][c].Value;
            size += factor * Math.Max(1, known[sample][c].Value);
            for (int i = 0; i < Classes; i++)
                gradient[i] += factor * known[sample][c].Gradient[i];
        }

        return (value, gradient, size);
    }

    private static double[][] Draw(int samples, int classes, Func<double> number) =>
        [.. Enumerable.Range(0, samples).Select(_ => Enumerable.Range(0, classes).Select(_ => number()).ToArray())];
}
