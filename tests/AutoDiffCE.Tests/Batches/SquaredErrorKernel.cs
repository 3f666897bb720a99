using System.Numerics;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

/// <summary>(prediction − target)², by the prediction. Not safe in place: it writes the gradient before it reads for the value.</summary>
internal struct SquaredErrorKernel : IKernel<SquaredErrorKernel>
{
    public static KernelShape Shape { get; } = new()
    {
        IsPrepared = true,
        Inputs =
        [
            new KernelInput("prediction", KernelInputKind.Scalar, true),
            new KernelInput("target", KernelInputKind.Scalar, false),
        ],
    };

    public static void Prepare(ref SquaredErrorKernel kernel, int classes, Memory<double> rows) => Assert.Equal(0, classes);

    public static void Run<V, T, TOrder, TGoal>(ref SquaredErrorKernel kernel, ref Frame<T> frame)
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

    private static void Values<V, T, TOrder>(ref SquaredErrorKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
        {
            V error = TOrder.LoadScalar(frame.Inputs[0] + sample) - TOrder.LoadScalar(frame.Inputs[1] + sample);
            TOrder.StoreScalar(error * error, frame.Values + sample);
        }
    }

    private static void ValuesAndGradient<V, T, TOrder>(ref SquaredErrorKernel kernel, ref Frame<T> frame)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TOrder : struct, ILoopOrder<V, T>
    {
        for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)
        {
            V error = TOrder.LoadScalar(frame.Inputs[0] + sample) - TOrder.LoadScalar(frame.Inputs[1] + sample);
            V upstream = TOrder.LoadScalar(frame.Upstream + sample);
            TOrder.StoreScalar(upstream * (V.Create(2) * error), frame.Gradients[0] + sample);
        }

        Values<V, T, TOrder>(ref kernel, ref frame);
    }
}
