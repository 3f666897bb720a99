using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−log σ(β log(π(y_w) / π_ref(y_w)) − β log(π(y_l) / π_ref(y_l))).</summary>
/// <remarks>R. Rafailov et al., Direct Preference Optimization: Your Language Model is Secretly a Reward Model, NeurIPS 2023.</remarks>
[Loss]
internal sealed partial class DirectPreferenceLoss(double beta)
{
    /// <param name="winner">The logarithmic probability of the preferred answer under the policy.</param>
    /// <param name="loser">That of the other answer.</param>
    /// <param name="referenceWinner">That of the preferred answer under the reference.</param>
    /// <param name="referenceLoser">That of the other answer.</param>
    public double Formula([Differentiable] double winner, [Differentiable] double loser, double referenceWinner, double referenceLoser)
    {
        double ratioWinner = Exp(winner) / Exp(referenceWinner), ratioLoser = Exp(loser) / Exp(referenceLoser);
        return -Log(Sigmoid(beta * Log(ratioWinner) - beta * Log(ratioLoser)));
    }
}
