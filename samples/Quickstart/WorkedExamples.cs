using AutoDiffCE;
using AutoDiffCE.Losses;

namespace Quickstart;

/// <summary>Small batches whose losses can be checked by hand.</summary>
internal static class WorkedExamples
{
    public static void Run(Checklist checks)
    {
        Checklist.Section("1. Worked examples: value and gradient of small batches");
        FourClasses(checks);
        ThreeClasses(checks);
        Probabilities(checks);
    }

    private static void FourClasses(Checklist checks)
    {
        double[] logits =
        [
            2.0, 1.0, 0.1, 0.5,
            0.5, 2.5, 0.8, 0.2,
            0.1, 0.3, 1.5, 0.7,
        ];
        int[] labels = [0, 1, 2];
        Describe(logits, labels, classes: 4);

        ValueAndGradient(checks, "cross-entropy", new CrossEntropyLoss(), logits, labels, 0.5318);
        ValueAndGradient(checks, "the clamped formula, from scratch", new ClampedCrossEntropyLoss(), logits, labels, 0.5318);
    }

    private static void ThreeClasses(Checklist checks)
    {
        double[] logits =
        [
            1.0, 2.0, 0.5,
            1.2, 0.9, 1.5,
        ];
        int[] labels = [1, 2];
        Describe(logits, labels, classes: 3);

        // Every option below belongs to the loss, and there is nothing in the formula about any of them.
        ValueAndGradient(
            checks, "cross-entropy", new CrossEntropyLoss(), logits, labels, 0.6464, [0.1156, -0.1857, 0.0701, 0.1618, 0.1198, -0.2816]);
        ValueAndGradient(checks, "label smoothing 0.1", new CrossEntropyLoss { LabelSmoothing = 0.1 }, logits, labels, 0.7030);
        ValueAndGradient(checks, "class weights 1 2 3", new CrossEntropyLoss { ClassWeights = [1, 2, 3] }, logits, labels, 0.6828);
        ValueAndGradient(checks, "sum in place of mean", new CrossEntropyLoss { Reduction = Reduction.Sum }, logits, labels, 1.2928);
        ValueAndGradient(checks, "label 1 ignored", new CrossEntropyLoss { IgnoreIndex = 1 }, logits, labels, 0.8284);

        double[] values = new double[labels.Length];
        new CrossEntropyLoss().Values(logits, labels, values);
        checks.Numbers("one value per sample", 4, values, [0.4644, 0.8284]);
    }

    private static void Probabilities(Checklist checks)
    {
        Console.WriteLine();
        Console.WriteLine("  Probabilities of the true class 0.6, 0.1, 0.98: no row and no label, only −Log(probability)");
        Console.WriteLine();

        double[] values = new double[3];
        new LogarithmicLoss().Values([0.6, 0.1, 0.98], values);
        checks.Numbers("one value per sample", 2, values, [0.51, 2.30, 0.02]);
    }

    // One call computes both. Where no gradient is given to compare with, finite differences are what it must agree with.
    private static void ValueAndGradient(
        Checklist checks, string name, LabelLoss loss, double[] logits, int[] labels, double expected, double[]? expectedGradient = null)
    {
        double[] gradient = new double[logits.Length];
        double value = loss.ValueAndGradient(logits, labels, gradient);
        checks.Numbers(name, 4, [value], [expected]);

        int classes = logits.Length / labels.Length;
        double[] numeric = FiniteDifferences.Gradient(point => loss.Value(point, labels), logits);
        for (int start = 0; start < logits.Length; start += classes)
        {
            ReadOnlySpan<double> row = gradient.AsSpan(start, classes);
            string heading = start == 0 ? "  its gradient" : "";
            if (expectedGradient is not null)
                checks.Numbers(heading, 4, row, expectedGradient.AsSpan(start, classes));
            bool agrees = FiniteDifferences.Agree(row, numeric.AsSpan(start, classes));
            if (expectedGradient is null || !agrees)
                checks.Line($"  {heading,-34} {Checklist.Text(row, 4),-28} {"as finite differences have it",-33}", agrees);
        }
    }

    private static void Describe(double[] logits, int[] labels, int classes)
    {
        Console.WriteLine();
        string rows = string.Join(" | ", logits.Chunk(classes).Select(row => Checklist.Text(row, 1)));
        Console.WriteLine($"  Logits ({rows}), labels {string.Join(' ', labels)}");
        Console.WriteLine();
    }
}
