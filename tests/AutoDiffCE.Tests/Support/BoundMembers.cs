using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>The members of a loss of three floating-point inputs, found by their names and signatures.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BoundMembers<T> : ILossMembers<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] differentiable;
    private readonly Func<Call<T>, T> valueAndGradient;
    private readonly Action<Call<T>> valuesAndGradient;
    private readonly Action<Call<T>> backward;
    private readonly Reduced<T> value;
    private readonly Reduced<LossTotal> total;
    private readonly Unreduced values;

    public BoundMembers(Loss loss, int[] differentiable)
    {
        this.differentiable = differentiable;
        value = Find<Reduced<T>>(loss, "Value");
        total = Find<Reduced<LossTotal>>(loss, "Total");
        values = Find<Unreduced>(loss, "Values");
        (valueAndGradient, valuesAndGradient, backward) = differentiable.Length == 3 ? WithThreeGradients(loss) : WithTwoGradients(loss);
    }

    private delegate TResult Reduced<TResult>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, BatchOptions<T> options);

    private delegate void Unreduced(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> destination, BatchOptions<T> options);

    private delegate T OneOfTwo(ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> a, Span<T> b, BatchOptions<T> options);

    private delegate T OneOfThree(
        ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, Span<T> a, Span<T> b, Span<T> c, BatchOptions<T> options);

    private delegate void EachOfTwo(
        ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, ReadOnlySpan<T> upstream, Span<T> a, Span<T> b, BatchOptions<T> options);

    private delegate void EachOfThree(
        ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, ReadOnlySpan<T> upstream,
        Span<T> a, Span<T> b, Span<T> c, BatchOptions<T> options);

    private delegate void EachOfFour(
        ReadOnlySpan<T> first, ReadOnlySpan<T> second, ReadOnlySpan<T> third, ReadOnlySpan<T> upstream,
        Span<T> destination, Span<T> a, Span<T> b, Span<T> c, BatchOptions<T> options);

    public T Value(Call<T> call) => value(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Options);

    public T ValueAndGradient(Call<T> call) => valueAndGradient(call);

    public void Values(Call<T> call) => values(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Destination, call.Options);

    public void ValuesAndGradient(Call<T> call) => valuesAndGradient(call);

    public void Backward(Call<T> call) => backward(call);

    public LossTotal Total(Call<T> call) => total(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Options);

    private static TDelegate Find<TDelegate>(Loss loss, string name)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        return loss.GetType().GetMethod(name, parameters)!.CreateDelegate<TDelegate>(loss);
    }

    private (Func<Call<T>, T> ValueAndGradient, Action<Call<T>> ValuesAndGradient, Action<Call<T>> Backward) WithTwoGradients(Loss loss)
    {
        OneOfTwo one = Find<OneOfTwo>(loss, "ValueAndGradient");
        EachOfThree each = Find<EachOfThree>(loss, "ValuesAndGradient");
        EachOfTwo back = Find<EachOfTwo>(loss, "Backward");
        return (
            call => one(call.Inputs[0], call.Inputs[1], call.Inputs[2], Gradient(call, 0), Gradient(call, 1), call.Options),
            call => each(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Upstream, call.Destination, Gradient(call, 0), Gradient(call, 1), call.Options),
            call => back(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Upstream, Gradient(call, 0), Gradient(call, 1), call.Options));
    }

    private (Func<Call<T>, T> ValueAndGradient, Action<Call<T>> ValuesAndGradient, Action<Call<T>> Backward) WithThreeGradients(Loss loss)
    {
        OneOfThree one = Find<OneOfThree>(loss, "ValueAndGradient");
        EachOfFour each = Find<EachOfFour>(loss, "ValuesAndGradient");
        EachOfThree back = Find<EachOfThree>(loss, "Backward");
        return (
            call => one(call.Inputs[0], call.Inputs[1], call.Inputs[2], Gradient(call, 0), Gradient(call, 1), Gradient(call, 2), call.Options),
            call => each(
                call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Upstream,
                call.Destination, Gradient(call, 0), Gradient(call, 1), Gradient(call, 2), call.Options),
            call => back(call.Inputs[0], call.Inputs[1], call.Inputs[2], call.Upstream, Gradient(call, 0), Gradient(call, 1), Gradient(call, 2), call.Options));
    }

    private Span<T> Gradient(Call<T> call, int position) => call.Gradients[differentiable[position]];
}
