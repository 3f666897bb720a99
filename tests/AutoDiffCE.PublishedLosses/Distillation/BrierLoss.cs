using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>Σ_k (p[k] − 1{k = y})².</summary>
/// <remarks>G. W. Brier, Verification of Forecasts Expressed in Terms of Probability, Monthly Weather Review 1950.</remarks>
[Loss]
internal sealed partial class BrierLoss
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row logits, int y) => Sum(Softmax(logits), (p, k) => Pow(p - (k == y ? 1 : 0), 2));
}
