using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE.Checking;

/// <summary>A loss of any shape, as its kernel takes it, as a function of one of its inputs.</summary>
/// <param name="loss">The loss.</param>
/// <param name="shape">The inputs of its formula.</param>
/// <param name="numbers">The floating-point inputs.</param>
/// <param name="labels">The integer inputs.</param>
/// <param name="varied">The input by which it is differentiated.</param>
/// <param name="twins">What else there is to say about the batch.</param>
internal sealed class KernelBatch(Loss loss, KernelShape shape, double[][] numbers, int[][] labels, int varied, TwinOptions twins)
    : ILossBatch<double>, ILossBatch<float>
{
    private readonly float[][] singles = Array.ConvertAll(numbers, input => TwinPoint.ToSingle(input));

    public Loss Loss => loss;

    public double Value(ReadOnlySpan<double> input) => loss.Run(CallOf(BatchGoal.Value, input)).Reduce(loss);

    public double ValueAndGradient(ReadOnlySpan<double> input, Span<double> gradient) =>
        loss.Run(CallOf(BatchGoal.ValueAndGradient, input, gradient)).Reduce(loss);

    public void Values(ReadOnlySpan<double> input, Span<double> destination) =>
        loss.Run(CallOf(BatchGoal.Values, input) with { Destination = destination });

    public void ValuesAndGradient(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> destination, Span<double> gradient) =>
        loss.Run(CallOf(BatchGoal.ValuesAndGradient, input, gradient) with { Upstream = upstream, Destination = destination });

    public void Backward(ReadOnlySpan<double> input, ReadOnlySpan<double> upstream, Span<double> gradient) =>
        loss.Run(CallOf(BatchGoal.Backward, input, gradient) with { Upstream = upstream });

    public float Value(ReadOnlySpan<float> input) => (float)loss.Run(CallOf(BatchGoal.Value, input)).Reduce(loss);

    public float ValueAndGradient(ReadOnlySpan<float> input, Span<float> gradient) =>
        (float)loss.Run(CallOf(BatchGoal.ValueAndGradient, input, gradient)).Reduce(loss);

    public void Values(ReadOnlySpan<float> input, Span<float> destination) =>
        loss.Run(CallOf(BatchGoal.Values, input) with { Destination = destination });

    public void ValuesAndGradient(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> destination, Span<float> gradient) =>
        loss.Run(CallOf(BatchGoal.ValuesAndGradient, input, gradient) with { Upstream = upstream, Destination = destination });

    public void Backward(ReadOnlySpan<float> input, ReadOnlySpan<float> upstream, Span<float> gradient) =>
        loss.Run(CallOf(BatchGoal.Backward, input, gradient) with { Upstream = upstream });

    public ILossBatch<double> HoldingAt(double[] point) => new KernelBatch(loss, shape, numbers, labels, varied, twins.Holding(varied, point));

    public ILossBatch<double> OffByOneUnit(Random random) => new KernelBatch(
        loss, shape, Array.ConvertAll(numbers, input => Array.ConvertAll(input, number => TwinCheck.OffByOneUnit(number, random))), labels, varied, twins);

    private BatchCall<double> CallOf(BatchGoal goal, ReadOnlySpan<double> input, Span<double> gradient = default)
    {
        var call = new BatchCall<double> { Goal = goal, Options = twins.Double };
        Fill(ref call, numbers, input, gradient);
        return call;
    }

    private BatchCall<float> CallOf(BatchGoal goal, ReadOnlySpan<float> input, Span<float> gradient = default)
    {
        var call = new BatchCall<float> { Goal = goal, Options = twins.Single };
        Fill(ref call, singles, input, gradient);
        return call;
    }

    // A kernel writes every gradient that its formula has, so that those by other inputs need a place, too.
    private void Fill<T>(ref BatchCall<T> call, T[][] others, ReadOnlySpan<T> input, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int index = 0; index < others.Length; index++)
        {
            call.SetInput(index, index == varied ? input : others[index]);
            if (call.Goal.HasGradient() && shape.Inputs[index].IsDifferentiable)
                call.SetGradient(index, index == varied ? gradient : new T[others[index].Length]);
        }
        for (int index = 0; index < labels.Length; index++)
            call.SetLabel(index, labels[index]);
    }
}
