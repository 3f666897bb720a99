using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−log(σ(θ[y + 1] − f) − σ(θ[y] − f)), θ[0] = −∞ and θ[K] = ∞.</summary>
/// <remarks>P. McCullagh, Regression Models for Ordinal Data, Journal of the Royal Statistical Society B 1980.</remarks>
[Loss]
internal sealed partial class CumulativeLinkLoss(Row thresholds)
{
    /// <param name="f">What the model says.</param>
    /// <param name="y">The rank, from 0 to K − 1 for K + 1 thresholds.</param>
    public double Formula(double f, int y) => -Log(Sigmoid(thresholds[y + 1] - f) - Sigmoid(thresholds[y] - f));
}
