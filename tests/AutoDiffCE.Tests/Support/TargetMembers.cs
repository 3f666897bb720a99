namespace AutoDiffCE.Tests.Support;

/// <summary>A loss of predictions and targets.</summary>
internal sealed class TargetMembers(TargetLoss loss) : ILossMembers<float>, ILossMembers<double>
{
    float ILossMembers<float>.Value(Call<float> call) =>
        loss.Value(call.Inputs[0], call.Inputs[1], call.Options);

    float ILossMembers<float>.ValueAndGradient(Call<float> call) =>
        loss.ValueAndGradient(call.Inputs[0], call.Inputs[1], call.Gradients[0], call.Options);

    void ILossMembers<float>.Values(Call<float> call) =>
        loss.Values(call.Inputs[0], call.Inputs[1], call.Destination, call.Options);

    void ILossMembers<float>.ValuesAndGradient(Call<float> call) =>
        loss.ValuesAndGradient(call.Inputs[0], call.Inputs[1], call.Upstream, call.Destination, call.Gradients[0], call.Options);

    void ILossMembers<float>.Backward(Call<float> call) =>
        loss.Backward(call.Inputs[0], call.Inputs[1], call.Upstream, call.Gradients[0], call.Options);

    LossTotal ILossMembers<float>.Total(Call<float> call) =>
        loss.Total(call.Inputs[0], call.Inputs[1], call.Options);

    double ILossMembers<double>.Value(Call<double> call) =>
        loss.Value(call.Inputs[0], call.Inputs[1], call.Options);

    double ILossMembers<double>.ValueAndGradient(Call<double> call) =>
        loss.ValueAndGradient(call.Inputs[0], call.Inputs[1], call.Gradients[0], call.Options);

    void ILossMembers<double>.Values(Call<double> call) =>
        loss.Values(call.Inputs[0], call.Inputs[1], call.Destination, call.Options);

    void ILossMembers<double>.ValuesAndGradient(Call<double> call) =>
        loss.ValuesAndGradient(call.Inputs[0], call.Inputs[1], call.Upstream, call.Destination, call.Gradients[0], call.Options);

    void ILossMembers<double>.Backward(Call<double> call) =>
        loss.Backward(call.Inputs[0], call.Inputs[1], call.Upstream, call.Gradients[0], call.Options);

    LossTotal ILossMembers<double>.Total(Call<double> call) =>
        loss.Total(call.Inputs[0], call.Inputs[1], call.Options);
}
