using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>(α/b)(b|x| + 1) ln(b|x| + 1) − α|x| for |x| &lt; 1, γ|x| + C otherwise, α ln(b + 1) = γ, C = γ/b − α.</summary>
/// <remarks>J. Pang et al., Libra R-CNN: Towards Balanced Learning for Object Detection, CVPR 2019.</remarks>
[Loss]
internal sealed partial class BalancedL1Loss(double alpha, double gamma)
{
    private double B => Exp(gamma / alpha) - 1;

    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double x = Abs(prediction - target);
        return x < 1 ? alpha / B * (B * x + 1) * Log(B * x + 1) - alpha * x : gamma * x + gamma / B - alpha;
    }
}
