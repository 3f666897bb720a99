using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>2 − 2 times the cosine of a prediction and an embedding, for two views: each view is the other's target, and learns nothing from being it.</summary>
[Loss]
internal sealed partial class PredictedSimilarityLoss
{
    public double Formula([Differentiable] Row first, [Differentiable] Row second, [Differentiable] double scale) =>
        2 - scale * (Dot(first / Norm(first), StopGradient(second / Norm(second))) + Dot(StopGradient(first), second) / StopGradient(Norm(first)) / Norm(second));
}
