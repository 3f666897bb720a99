using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>
/// A function of the margin v = y·f: e^−v, the Savage loss 1/(1 + e^2v)², the tangent loss (2 atan v − 1)², or modified Huber: max(0, 1 − v)² for v ≥ −1,
/// −4v below.
/// </summary>
/// <remarks>
/// Y. Freund, R. E. Schapire, A Decision-Theoretic Generalization of On-Line Learning and an Application to Boosting, JCSS 1997 (exponential);
/// H. Masnadi-Shirazi, N. Vasconcelos, On the Design of Loss Functions for Classification, NIPS 2008 (Savage);
/// H. Masnadi-Shirazi, V. Mahadevan, N. Vasconcelos, On the Design of Robust Classifiers for Computer Vision, CVPR 2010 (tangent);
/// T. Zhang, Solving Large Scale Linear Prediction Problems Using Stochastic Gradient Descent Algorithms, ICML 2004 (modified Huber).
/// </remarks>
[Loss]
internal sealed partial class BinaryMarginLoss(MarginFunction function)
{
    /// <param name="f">The score.</param>
    /// <param name="y">−1 or 1.</param>
    public double Formula(double f, double y)
    {
        double v = y * f;
        switch (function)
        {
            case MarginFunction.Exponential:
                return Exp(-v);
            case MarginFunction.Savage:
                return 1 / Pow(1 + Exp(2 * v), 2);
            case MarginFunction.Tangent:
                return Pow(2 * Atan(v) - 1, 2);
            default:
                return v >= -1 ? Pow(Max(0, 1 - v), 2) : -4 * v;
        }
    }
}
