using AutoDiffCE.Losses;

namespace AutoDiffCE.Benchmarks;

/// <summary>The cases, on data of the same generator as the C kernels that they are held against.</summary>
internal static class Cases
{
    /// <summary>Softmax cross-entropy, value and gradient.</summary>
    public static BenchmarkCase CrossEntropy(int samples, int classes)
    {
        uint state = 1;
        float[] logits = Numbers(samples * classes, -5, 5, ref state);
        var label = new int[samples];
        for (int sample = 0; sample < samples; sample++)
            label[sample] = (int)(Next(ref state) % (uint)classes);
        var gradient = new float[logits.Length];
        var loss = new CrossEntropyLoss();
        return new BenchmarkCase("cross-entropy", samples, classes, () => loss.ValueAndGradient(logits, label, gradient));
    }

    /// <summary>Losses of two scalars, value and gradient.</summary>
    public static IEnumerable<BenchmarkCase> Elementwise(int samples)
    {
        uint state = 1;
        float[] prediction = Numbers(samples, -4, 4, ref state);
        float[] target = Numbers(samples, 0, 1, ref state);
        var gradient = new float[samples];
        foreach (ElementwiseLoss loss in new ElementwiseLoss[] { new MeanSquaredErrorLoss(), new HuberLoss(), new BinaryCrossEntropyWithLogitsLoss() })
            yield return new BenchmarkCase(loss.GetType().Name, samples, 1, () => loss.ValueAndGradient(prediction, target, gradient));
    }

    private static float[] Numbers(int count, float low, float high, ref uint state)
    {
        var numbers = new float[count];
        for (int index = 0; index < count; index++)
            numbers[index] = (Next(ref state) * ((high - low) / (1 << 24))) + low;
        return numbers;
    }

    // The linear congruential generator of Numerical Recipes; its upper 24 bits.
    private static uint Next(ref uint state)
    {
        state = (state * 1664525u) + 1013904223u;
        return state >> 8;
    }
}
