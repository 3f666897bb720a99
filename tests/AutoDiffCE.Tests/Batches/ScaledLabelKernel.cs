using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

/// <summary>
/// Σ x² − scale · x[label], by the row x (2x − scale · onehot(label)) and by the scale (−x[label]); written as the generator writes kernels.
/// It reads the row again after it wrote the gradient, so it is not safe in place.
/// </summary>
internal struct ScaledLabelKernel : IKernel<ScaledLabelKernel>
{
    private double two;

    public static KernelShape Shape(LabelRole role, bool meanOverSamples = false) => new()
    {
        Inputs =
        [
            new KernelInput("logits", KernelInputKind.Row, true),
            new KernelInput("scale", KernelInputKind.Scalar, true),
        ],
        Labels = ["label"],
        IsClassIndex = [true],
        IsPrepared = true,
        LabelRole = role,
        MeanOverSamples = meanOverSamples,
    };

    public static void Prepare(ref ScaledLabelKernel kernel, int classes, Memory<double> rows) => kernel.two = 2;

    public static void Run<V, T, TOrder, TGoal>(ref ScaledLabelKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
        where TGoal : struct, IKernelGoal
    {
        if (TGoal.HasGradient)
            ValuesAndGradient<V, T, TOrder>(ref kernel, ref frame);
        else
            Values<V, T, TOrder>(ref kernel, ref frame);
    }

    private static void Values<V, T, TOrder>(ref ScaledLabelKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
            Value<V, T, TOrder>(frame, sample);
    }

    private static void ValuesAndGradient<V, T, TOrder>(ref ScaledLabelKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
        {
            V upstream = TOrder.LoadScalar(frame.Upstream + sample);
            V scale = TOrder.LoadScalar(frame.Inputs[1] + sample);
            Pointer<int> label = frame.Labels[0] + sample;
            V atLabel = TOrder.AtLabel(frame, frame.Row(0, sample), label);
            GradientPass<V, T, TOrder>(frame, sample, TOrder.Whole(frame), upstream * V.Create(kernel.two));
            GradientPass<V, T, ClassRest<V, T>>(frame, sample, TOrder.Rest(frame), upstream * V.Create(kernel.two));
            V labelGradient = upstream * (V.Create(kernel.two) * atLabel - scale);
            Value<V, T, TOrder>(frame, sample);
            TOrder.StoreAtLabel(frame, labelGradient, frame.RowGradient(0, sample), label);
            TOrder.StoreScalar(-upstream * atLabel, frame.Gradients[1] + sample);
        }
    }

    private static void GradientPass<V, T, TOrder>(in Frame<T> frame, int sample, Sweep sweep, V twice)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (nint offset = sweep.Start; offset < sweep.End; offset += sweep.Step)
        {
            V x = TOrder.Load(frame, frame.Row(0, sample), offset);
            TOrder.Store(frame, twice * x, frame.RowGradient(0, sample), offset);
        }
    }

    private static void Value<V, T, TOrder>(in Frame<T> frame, int sample)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        V squares = SumPass<V, T, TOrder>(frame, sample, TOrder.Whole(frame), V.Zero);
        squares = TOrder.Sum(SumPass<V, T, ClassRest<V, T>>(frame, sample, TOrder.Rest(frame), squares));
        V atLabel = TOrder.AtLabel(frame, frame.Row(0, sample), frame.Labels[0] + sample);
        V scale = TOrder.LoadScalar(frame.Inputs[1] + sample);
        TOrder.StoreScalar(squares - (scale * atLabel), frame.Values + sample);
    }

    private static V SumPass<V, T, TOrder>(in Frame<T> frame, int sample, Sweep sweep, V sum)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (nint offset = sweep.Start; offset < sweep.End; offset += sweep.Step)
        {
            V x = TOrder.Load(frame, frame.Row(0, sample), offset);
            sum = TOrder.Keep(frame, sum + (x * x), sum, offset);
        }

        return sum;
    }
}
