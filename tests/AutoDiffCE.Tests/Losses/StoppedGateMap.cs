using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Two rows, each weighted by a gate that is made of both and that nothing flows back through.</summary>
[Loss]
internal sealed partial class StoppedGateMap
{
    public Row Formula([Differentiable] Row row, [Differentiable] Row other)
    {
        Row gate = StopGradient(Sigmoid(row - other));
        return gate * row * row + (1 - gate) * other;
    }
}
