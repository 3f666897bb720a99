using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over a batch: the entry points that generated members call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchDriver
{
    /// <summary>The reduced value.</summary>
    public static float Value<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>The reduced value.</summary>
    public static double Value<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>The reduced value and its gradient.</summary>
    public static float ValueAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>The reduced value and its gradient.</summary>
    public static double ValueAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>One value per sample.</summary>
    public static void Values<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>One value per sample.</summary>
    public static void Values<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>One value per sample, and the gradient for one upstream per sample; without a destination, the gradient only.</summary>
    public static void ValuesAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>One value per sample, and the gradient for one upstream per sample; without a destination, the gradient only.</summary>
    public static void ValuesAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>The weighted sum and its normalizer.</summary>
    public static LossTotal Total<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();

    /// <summary>The weighted sum and its normalizer.</summary>
    public static LossTotal Total<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => throw new NotSupportedException();
}
