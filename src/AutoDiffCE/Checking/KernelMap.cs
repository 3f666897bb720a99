using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE.Checking;

/// <summary>A formula that gives rows, as its kernels take it, as a map of one of its inputs.</summary>
/// <param name="loss">Its class.</param>
/// <param name="numbers">The floating-point inputs.</param>
/// <param name="labels">The integer inputs.</param>
/// <param name="varied">The input by which it is differentiated.</param>
/// <param name="twins">What else there is to say about the batch.</param>
internal sealed class KernelMap(Loss loss, double[][] numbers, int[][] labels, int varied, TwinOptions twins)
{
    private readonly KernelShape values = loss.Shape(BatchGoal.Rows), backward = loss.Shape(BatchGoal.RowsBackward), both = loss.Shape(BatchGoal.RowsAndGradient);

    /// <summary>The map in double.</summary>
    /// <param name="outputs">How many numbers it gives for each sample.</param>
    public DifferentiableMap<double> InDouble(int outputs) => new(
        (input, destination, options) => loss.Run(ValuesCall(numbers, input, destination, twins.Double with { Held = options.Held })),
        (input, upstream, gradient, _) => loss.Run(BackwardCall(backward, BatchGoal.RowsBackward, numbers, input, upstream, gradient, twins.Double)),
        (input, upstream, destination, gradient, _) => loss.Run(BothCall(numbers, input, upstream, destination, gradient, twins.Double)))
    {
        Outputs = outputs,
        Loss = loss,
        Input = varied,
    };

    /// <summary>The map in float.</summary>
    /// <param name="outputs">How many numbers it gives for each sample.</param>
    public DifferentiableMap<float> InSingle(int outputs)
    {
        float[][] singles = Array.ConvertAll(numbers, input => TwinPoint.ToSingle(input));
        return new(
            (input, destination, _) => loss.Run(ValuesCall(singles, input, destination, twins.Single)),
            (input, upstream, gradient, _) => loss.Run(BackwardCall(backward, BatchGoal.RowsBackward, singles, input, upstream, gradient, twins.Single)),
            (input, upstream, destination, gradient, _) => loss.Run(BothCall(singles, input, upstream, destination, gradient, twins.Single)))
        {
            Outputs = outputs,
            Loss = loss,
        };
    }

    private BatchCall<T> ValuesCall<T>(T[][] others, ReadOnlySpan<T> input, Span<T> destination, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchCall<T> call = CallOf(BatchGoal.Rows, others, input, options);
        call.SetGradient(values.RowOut, destination);
        return call;
    }

    // A kernel writes every gradient that its formula has, so that those by other inputs need a place, too.
    private BatchCall<T> BackwardCall<T>(
        KernelShape shape, BatchGoal goal, T[][] others, ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchCall<T> call = CallOf(goal, others, input, options);
        call.SetInput(shape.UpstreamRow, upstream);
        for (int index = 0; index < others.Length; index++)
        {
            if (shape.Inputs[index].IsDifferentiable)
                call.SetGradient(index, index == varied ? gradient : new T[others[index].Length]);
        }
        return call;
    }

    private BatchCall<T> BothCall<T>(
        T[][] others, ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> destination, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchCall<T> call = BackwardCall(both, BatchGoal.RowsAndGradient, others, input, upstream, gradient, options);
        call.SetGradient(both.RowOut, destination);
        return call;
    }

    private BatchCall<T> CallOf<T>(BatchGoal goal, T[][] others, ReadOnlySpan<T> input, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var call = new BatchCall<T> { Goal = goal, Options = options };
        for (int index = 0; index < others.Length; index++)
            call.SetInput(index, index == varied ? input : others[index]);
        for (int index = 0; index < labels.Length; index++)
            call.SetLabel(index, labels[index]);
        return call;
    }
}
