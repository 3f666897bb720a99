using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

/// <summary>Σ q·x, by the row x (which is q) and by the row q (which is x): a label distribution. Safe in place for neither.</summary>
internal struct RowPairKernel : IKernel<RowPairKernel>
{
    public static KernelShape Shape { get; } = new()
    {
        IsPrepared = true,
        Inputs =
        [
            new KernelInput("logits", KernelInputKind.Row, true),
            new KernelInput("labelDistribution", KernelInputKind.Row, true),
        ],
    };

    public static void Prepare(ref RowPairKernel kernel, int classes, Memory<double> rows) => Assert.True(classes > 0);

    public static void Run<V, T, TOrder, TGoal>(ref RowPairKernel kernel, ref Frame<T> frame)
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

    private static void Values<V, T, TOrder>(ref RowPairKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
        {
            V sum = SumPass<V, T, TOrder>(frame, sample, TOrder.Whole(frame), V.Zero);
            sum = TOrder.Sum(SumPass<V, T, ClassRest<V, T>>(frame, sample, TOrder.Rest(frame), sum));
            TOrder.StoreScalar(sum, frame.Values + sample);
        }
    }

    private static void ValuesAndGradient<V, T, TOrder>(ref RowPairKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
        {
            V upstream = TOrder.LoadScalar(frame.Upstream + sample);
            GradientPass<V, T, TOrder>(frame, sample, TOrder.Whole(frame), upstream, 1, 0);
            GradientPass<V, T, ClassRest<V, T>>(frame, sample, TOrder.Rest(frame), upstream, 1, 0);
            GradientPass<V, T, TOrder>(frame, sample, TOrder.Whole(frame), upstream, 0, 1);
            GradientPass<V, T, ClassRest<V, T>>(frame, sample, TOrder.Rest(frame), upstream, 0, 1);
        }

        Values<V, T, TOrder>(ref kernel, ref frame);
    }

    private static void GradientPass<V, T, TOrder>(in Frame<T> frame, int sample, Sweep sweep, V upstream, int from, int to)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (nint offset = sweep.Start; offset < sweep.End; offset += sweep.Step)
        {
            V other = TOrder.Load(frame, frame.Row(from, sample), offset);
            TOrder.Store(frame, upstream * other, frame.RowGradient(to, sample), offset);
        }
    }

    private static V SumPass<V, T, TOrder>(in Frame<T> frame, int sample, Sweep sweep, V sum)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (nint offset = sweep.Start; offset < sweep.End; offset += sweep.Step)
        {
            V product = TOrder.Load(frame, frame.Row(0, sample), offset) * TOrder.Load(frame, frame.Row(1, sample), offset);
            sum = TOrder.Keep(frame, sum + product, sum, offset);
        }

        return sum;
    }
}
