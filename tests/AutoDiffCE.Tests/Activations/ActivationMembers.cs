using System.Numerics;
using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Activations;

/// <summary>The generated members of a formula of one input; no base class declares them, so they are found by name.</summary>
internal sealed class ActivationMembers(Loss loss) : ILossMembers<float>, ILossMembers<double>
{
    // Each delegate is the signature of one member; looking one up again must not allocate.
    private readonly Dictionary<Type, Delegate> bound = [];

    private delegate T Reduced<T>(ReadOnlySpan<T> input, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private delegate T ReducedWithGradient<T>(ReadOnlySpan<T> input, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    private delegate LossTotal Summed<T>(ReadOnlySpan<T> input, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>One for each sample, or one row for each row.</summary>
    public delegate void Forward<T>(ReadOnlySpan<T> input, Span<T> destination, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>What flows back.</summary>
    public delegate void Backward<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Both at once.</summary>
    public delegate void Both<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> destination, Span<T> gradient, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The member of that name and signature.</summary>
    public TDelegate Bind<TDelegate>(string name)
        where TDelegate : Delegate
    {
        if (bound.TryGetValue(typeof(TDelegate), out Delegate? member))
            return (TDelegate)member;
        TDelegate found = Find<TDelegate>(name);
        bound[typeof(TDelegate)] = found;
        return found;
    }

    private TDelegate Find<TDelegate>(string name)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        return loss.GetType().GetMethod(name, parameters)!.CreateDelegate<TDelegate>(loss);
    }

    float ILossMembers<float>.Value(Call<float> call) =>
        Bind<Reduced<float>>("Value")(call.Inputs[0], call.Options);

    float ILossMembers<float>.ValueAndGradient(Call<float> call) =>
        Bind<ReducedWithGradient<float>>("ValueAndGradient")(call.Inputs[0], call.Gradients[0], call.Options);

    void ILossMembers<float>.Values(Call<float> call) =>
        Bind<Forward<float>>("Values")(call.Inputs[0], call.Destination, call.Options);

    void ILossMembers<float>.ValuesAndGradient(Call<float> call) =>
        Bind<Both<float>>("ValuesAndGradient")(call.Inputs[0], call.Upstream, call.Destination, call.Gradients[0], call.Options);

    void ILossMembers<float>.Backward(Call<float> call) =>
        Bind<Backward<float>>("Backward")(call.Inputs[0], call.Upstream, call.Gradients[0], call.Options);

    LossTotal ILossMembers<float>.Total(Call<float> call) =>
        Bind<Summed<float>>("Total")(call.Inputs[0], call.Options);

    double ILossMembers<double>.Value(Call<double> call) =>
        Bind<Reduced<double>>("Value")(call.Inputs[0], call.Options);

    double ILossMembers<double>.ValueAndGradient(Call<double> call) =>
        Bind<ReducedWithGradient<double>>("ValueAndGradient")(call.Inputs[0], call.Gradients[0], call.Options);

    void ILossMembers<double>.Values(Call<double> call) =>
        Bind<Forward<double>>("Values")(call.Inputs[0], call.Destination, call.Options);

    void ILossMembers<double>.ValuesAndGradient(Call<double> call) =>
        Bind<Both<double>>("ValuesAndGradient")(call.Inputs[0], call.Upstream, call.Destination, call.Gradients[0], call.Options);

    void ILossMembers<double>.Backward(Call<double> call) =>
        Bind<Backward<double>>("Backward")(call.Inputs[0], call.Upstream, call.Gradients[0], call.Options);

    LossTotal ILossMembers<double>.Total(Call<double> call) =>
        Bind<Summed<double>>("Total")(call.Inputs[0], call.Options);
}
