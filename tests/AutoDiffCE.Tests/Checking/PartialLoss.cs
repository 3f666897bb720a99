using System.Numerics;
using AutoDiffCE.Checking;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A loss of any shape as a function of some of its inputs, which lie one behind the other; the rest of the batch stays as it is.</summary>
/// <param name="case">The loss.</param>
/// <param name="inputs">The batch.</param>
/// <param name="labels">One integer per sample, if the loss has one.</param>
/// <param name="varied">The inputs by which it is differentiated.</param>
internal sealed class PartialLoss(LossCase @case, double[][] inputs, int[] labels, int[] varied)
{
    private int Samples => inputs[0].Length / @case.LengthOf(0);

    public double[] Point => [.. varied.SelectMany(input => inputs[input])];

    /// <summary>The loss of the batch.</summary>
    public DifferentiableFunction<T> Function<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (point, gradient) =>
        {
            Call<T> call = CallAt(point);
            T value = @case.MembersOf<T>().ValueAndGradient(call);
            CopyGradient(call, gradient);
            return value;
        };

    /// <summary>The losses of the samples.</summary>
    public DifferentiableMap<T> Map<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Values, Backward, ValuesAndGradient) { Outputs = Samples };

    private void Values<T>(ReadOnlySpan<T> point, Span<T> destination, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = CallAt(point);
        @case.MembersOf<T>().Values(call);
        call.Destination.CopyTo(destination);
    }

    private void Backward<T>(ReadOnlySpan<T> point, ReadOnlySpan<T> upstream, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = CallAt(point) with { Upstream = upstream.ToArray() };
        @case.MembersOf<T>().Backward(call);
        CopyGradient(call, gradient);
    }

    private void ValuesAndGradient<T>(
        ReadOnlySpan<T> point, ReadOnlySpan<T> upstream, Span<T> destination, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Call<T> call = CallAt(point) with { Upstream = upstream.ToArray() };
        @case.MembersOf<T>().ValuesAndGradient(call);
        call.Destination.CopyTo(destination);
        CopyGradient(call, gradient);
    }

    private Call<T> CallAt<T>(ReadOnlySpan<T> point)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] numbers = [.. inputs.Select(Call<T>.Numbers)];
        foreach (int input in varied)
        {
            point[..numbers[input].Length].CopyTo(numbers[input]);
            point = point[numbers[input].Length..];
        }

        Call<T> call = new() { Inputs = numbers, Label = labels, Classes = @case.HasRow ? @case.Classes : 0 };
        return call.Fresh(Samples);
    }

    private void CopyGradient<T>(Call<T> call, Span<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int input in varied)
        {
            call.Gradients[input].CopyTo(gradient);
            gradient = gradient[call.Gradients[input].Length..];
        }
    }
}
