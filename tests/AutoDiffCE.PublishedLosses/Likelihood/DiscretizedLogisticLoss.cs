using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln(σ((x + ½d − μ)/s) − σ((x − ½d − μ)/s)), the lower one 0 at x = −1 and the upper one 1 at x = 1.</summary>
/// <remarks>
/// T. Salimans, A. Karpathy, X. Chen, D. P. Kingma, PixelCNN++: Improving the PixelCNN with Discretized Logistic Mixture Likelihood and Other
/// Modifications, ICLR 2017.
/// </remarks>
[Loss]
internal sealed partial class DiscretizedLogisticLoss(double d)
{
    /// <param name="mu">The mean.</param>
    /// <param name="logScale">The logarithm of the scale.</param>
    /// <param name="x">The value of the pixel, from −1 to 1 in steps of d.</param>
    public double Formula([Differentiable] double mu, [Differentiable] double logScale, double x)
    {
        double Cumulative(double at) => Sigmoid((at - mu) * Exp(-logScale));
        return x switch
        {
            <= -1 => -Log(Cumulative(x + d / 2)),
            >= 1 => -Log(1 - Cumulative(x - d / 2)),
            _ => -Log(Cumulative(x + d / 2) - Cumulative(x - d / 2)),
        };
    }
}
