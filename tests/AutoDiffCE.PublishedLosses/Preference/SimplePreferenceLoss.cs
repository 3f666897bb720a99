using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−log σ(β/|y_w| log π(y_w) − β/|y_l| log π(y_l) − γ).</summary>
/// <remarks>Y. Meng, M. Xia, D. Chen, SimPO: Simple Preference Optimization with a Reference-Free Reward, NeurIPS 2024.</remarks>
[Loss]
internal sealed partial class SimplePreferenceLoss(double beta, double gamma)
{
    /// <param name="winner">The logarithmic probability of the preferred answer.</param>
    /// <param name="loser">That of the other answer.</param>
    /// <param name="winnerLength">How many tokens the preferred answer has.</param>
    /// <param name="loserLength">How many the other one has.</param>
    public double Formula([Differentiable] double winner, [Differentiable] double loser, int winnerLength, int loserLength) =>
        -Log(Sigmoid(beta / winnerLength * winner - beta / loserLength * loser - gamma));
}
