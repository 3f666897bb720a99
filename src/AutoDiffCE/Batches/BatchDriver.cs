using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Batches;

/// <summary>Runs a kernel over a batch: the entry points that generated members call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchDriver
{
    /// <summary>The reduced value.</summary>
    public static float Value<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel =>
        (float)Run(loss, shape, kernel, BatchGoal.Value, batch).Reduce(loss);

    /// <summary>The reduced value.</summary>
    public static double Value<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.Value, batch).Reduce(loss);

    /// <summary>The reduced value and its gradient.</summary>
    public static float ValueAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel =>
        (float)Run(loss, shape, kernel, BatchGoal.ValueAndGradient, batch).Reduce(loss);

    /// <summary>The reduced value and its gradient.</summary>
    public static double ValueAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.ValueAndGradient, batch).Reduce(loss);

    /// <summary>One value per sample.</summary>
    public static void Values<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.Values, batch);

    /// <summary>One value per sample.</summary>
    public static void Values<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.Values, batch);

    /// <summary>One value per sample, and the gradient for one upstream per sample; without a destination, the gradient only.</summary>
    public static void ValuesAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, GoalOf(batch), batch);

    /// <summary>One value per sample, and the gradient for one upstream per sample; without a destination, the gradient only.</summary>
    public static void ValuesAndGradient<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, GoalOf(batch), batch);

    /// <summary>The weighted sum and its normalizer.</summary>
    public static LossTotal Total<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.Total, batch).ToTotal();

    /// <summary>The weighted sum and its normalizer.</summary>
    public static LossTotal Total<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel =>
        Run(loss, shape, kernel, BatchGoal.Total, batch).ToTotal();

    /// <summary>Rows for rows: what a formula that returns a row writes stands in for a gradient, and nothing is weighed or summed.</summary>
    public static void Map<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel
    {
        CheckUnweighted(batch.Options);
        Run(loss, shape, kernel, BatchGoal.Map, batch);
    }

    /// <summary>Rows for rows: what a formula that returns a row writes stands in for a gradient, and nothing is weighed or summed.</summary>
    public static void Map<TKernel>(Loss loss, KernelShape shape, TKernel kernel, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel
    {
        CheckUnweighted(batch.Options);
        Run(loss, shape, kernel, BatchGoal.Map, batch);
    }

    private static void CheckUnweighted<T>(scoped in BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!options.SampleWeights.IsEmpty || options.Normalizer is not null)
            throw new ArgumentException("A formula that returns a row is not summed: it takes neither sample weights nor a normalizer.", nameof(options));
    }

    // An empty destination that the caller did pass is wrong unless the batch is empty; one that is not there points nowhere.
    private static BatchGoal GoalOf<T>(scoped in BatchSpans<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Unsafe.IsNullRef(ref MemoryMarshal.GetReference(batch.Destination)) ? BatchGoal.Backward : BatchGoal.ValuesAndGradient;

    private static BatchResult Run<TKernel>(
        Loss loss, KernelShape shape, TKernel kernel, BatchGoal goal, scoped in BatchSpans<float> batch)
        where TKernel : struct, IKernel => LaneWidth.Bits switch
        {
            512 => BatchCore<TKernel, Float512, float>.Run(loss, shape, kernel, goal, batch),
            256 => BatchCore<TKernel, Float256, float>.Run(loss, shape, kernel, goal, batch),
            128 => BatchCore<TKernel, Float128, float>.Run(loss, shape, kernel, goal, batch),
            _ => BatchCore<TKernel, FloatScalar, float>.Run(loss, shape, kernel, goal, batch),
        };

    private static BatchResult Run<TKernel>(
        Loss loss, KernelShape shape, TKernel kernel, BatchGoal goal, scoped in BatchSpans<double> batch)
        where TKernel : struct, IKernel => LaneWidth.Bits switch
        {
            512 => BatchCore<TKernel, Double512, double>.Run(loss, shape, kernel, goal, batch),
            256 => BatchCore<TKernel, Double256, double>.Run(loss, shape, kernel, goal, batch),
            128 => BatchCore<TKernel, Double128, double>.Run(loss, shape, kernel, goal, batch),
            _ => BatchCore<TKernel, DoubleScalar, double>.Run(loss, shape, kernel, goal, batch),
        };
}
