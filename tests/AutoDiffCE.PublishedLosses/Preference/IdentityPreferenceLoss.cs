using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>(h − 1/(2τ))², h = log(π(y_w) π_ref(y_l) / (π(y_l) π_ref(y_w))).</summary>
/// <remarks>M. G. Azar et al., A General Theoretical Paradigm to Understand Learning from Human Preferences, AISTATS 2024.</remarks>
[Loss]
internal sealed partial class IdentityPreferenceLoss(double tau)
{
    /// <param name="winner">The logarithmic probability of the preferred answer under the policy.</param>
    /// <param name="loser">That of the other answer.</param>
    /// <param name="referenceWinner">That of the preferred answer under the reference.</param>
    /// <param name="referenceLoser">That of the other answer.</param>
    public double Formula([Differentiable] double winner, [Differentiable] double loser, double referenceWinner, double referenceLoser)
    {
        double h = Log(Exp(winner) * Exp(referenceLoser) / (Exp(loser) * Exp(referenceWinner)));
        return Math.Pow(h - 1 / (2 * tau), 2);
    }
}
