using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>A formula that gives a row, of inputs of every kind, three of which have gradients.</summary>
[Loss]
internal sealed partial class ScaledMixtureMap
{
    public Row Formula([Differentiable] Row row, [Differentiable] double scale, [Differentiable] Row other, int k) =>
        Softmax(scale * row) * other[k] + Tanh(other);
}
