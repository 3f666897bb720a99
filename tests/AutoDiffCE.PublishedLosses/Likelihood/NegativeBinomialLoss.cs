using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−ln((1/(1 + αμ))^(1/α) · (αμ/(1 + αμ))^y), μ = e^x, without the constant of y and α.</summary>
/// <remarks>J. M. Hilbe, Negative Binomial Regression, Cambridge University Press 2011 (NB2).</remarks>
[Loss]
internal sealed partial class NegativeBinomialLoss(double alpha)
{
    /// <param name="x">The logarithm of the mean.</param>
    /// <param name="y">The count.</param>
    public double Formula(double x, int y)
    {
        double mu = Exp(x);
        double success = alpha * mu / (1 + alpha * mu);
        return -Log(Pow(1 / (1 + alpha * mu), 1 / alpha) * Pow(success, y));
    }
}
