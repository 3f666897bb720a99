using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>λ_D (1 − σ(β(r − z₀))) for a desirable answer, λ_U (1 − σ(β(z₀ − r))) otherwise, r = log(π(y) / π_ref(y)).</summary>
/// <remarks>K. Ethayarajh et al., KTO: Model Alignment as Prospect Theoretic Optimization, ICML 2024.</remarks>
[Loss]
internal sealed partial class KahnemanTverskyLoss(double beta, double desirable, double undesirable, double z0)
{
    /// <param name="policy">The logarithmic probability of the answer under the policy.</param>
    /// <param name="reference">That under the reference.</param>
    /// <param name="isDesirable">Whether the answer is desirable.</param>
    public double Formula(double policy, double reference, int isDesirable)
    {
        double r = policy - reference;
        return isDesirable switch
        {
            1 => desirable - desirable * Sigmoid(beta * (r - z0)),
            _ => undesirable - undesirable * Sigmoid(beta * (z0 - r)),
        };
    }
}
