using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.SelfSupervision;

/// <summary>½ D(p₁, stopgrad(z₂)) + ½ D(p₂, stopgrad(z₁)), D(p, z) = −p/‖p‖ · z/‖z‖.</summary>
/// <remarks>X. Chen, K. He, Exploring Simple Siamese Representation Learning, CVPR 2021; here the predictor is a factor, so that z has a gradient to stop.</remarks>
[Loss]
internal sealed partial class SimSiamLoss(double predictor, double residual)
{
    /// <param name="z1">The embedding of one view.</param>
    /// <param name="z2">The embedding of the other.</param>
    public double Formula([Differentiable] Row z1, [Differentiable] Row z2)
    {
        Row p1 = Predict(z1), p2 = Predict(z2);
        return D(p1, StopGradient(z2)) / 2 + D(p2, StopGradient(z1)) / 2;
    }

    private static double D(Row p, Row z) => -Dot(p / Norm(p), z / Norm(z));

    private Row Predict(Row z) => predictor * Tanh(z) + residual * z;
}
