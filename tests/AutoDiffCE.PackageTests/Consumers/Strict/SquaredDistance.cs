using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Strict;

/// <summary>The squared distance of two rows, differentiated by both.</summary>
[Loss]
public sealed partial class SquaredDistance
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="left">One row.</param>
    /// <param name="right">The other.</param>
    public double Formula([Differentiable] Row left, [Differentiable] Row right) => Sum((left - right) * (left - right));
}
