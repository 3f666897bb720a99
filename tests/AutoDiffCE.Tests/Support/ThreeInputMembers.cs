namespace AutoDiffCE.Tests.Support;

/// <summary>The generated members of any loss of three floating-point inputs, differentiable by two of them or by all; no base class declares them.</summary>
/// <param name="loss">The loss.</param>
/// <param name="differentiable">The inputs that have a gradient, in order.</param>
internal sealed class ThreeInputMembers(Loss loss, params int[] differentiable) : ILossMembers<float>, ILossMembers<double>
{
    private readonly BoundMembers<float> inFloat = new(loss, differentiable);
    private readonly BoundMembers<double> inDouble = new(loss, differentiable);

    float ILossMembers<float>.Value(Call<float> call) => inFloat.Value(call);

    float ILossMembers<float>.ValueAndGradient(Call<float> call) => inFloat.ValueAndGradient(call);

    void ILossMembers<float>.Values(Call<float> call) => inFloat.Values(call);

    void ILossMembers<float>.ValuesAndGradient(Call<float> call) => inFloat.ValuesAndGradient(call);

    void ILossMembers<float>.Backward(Call<float> call) => inFloat.Backward(call);

    LossTotal ILossMembers<float>.Total(Call<float> call) => inFloat.Total(call);

    double ILossMembers<double>.Value(Call<double> call) => inDouble.Value(call);

    double ILossMembers<double>.ValueAndGradient(Call<double> call) => inDouble.ValueAndGradient(call);

    void ILossMembers<double>.Values(Call<double> call) => inDouble.Values(call);

    void ILossMembers<double>.ValuesAndGradient(Call<double> call) => inDouble.ValuesAndGradient(call);

    void ILossMembers<double>.Backward(Call<double> call) => inDouble.Backward(call);

    LossTotal ILossMembers<double>.Total(Call<double> call) => inDouble.Total(call);
}
