using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−log P_w − λ log σ(log(odds_w / odds_l)), odds = P/(1 − P).</summary>
/// <remarks>J. Hong, N. Lee, J. Thorne, ORPO: Monolithic Preference Optimization without Reference Model, EMNLP 2024.</remarks>
[Loss]
internal sealed partial class OddsRatioPreferenceLoss(double lambda)
{
    /// <param name="winner">The logarithmic probability of the preferred answer, by token.</param>
    /// <param name="loser">That of the other answer.</param>
    public double Formula([Differentiable] double winner, [Differentiable] double loser)
    {
        static double Odds(double p) => p / (1 - p);

        double pWinner = Exp(winner), pLoser = Exp(loser);
        double supervised = -Log(pWinner), oddsRatio = -Log(Sigmoid(Log(Odds(pWinner) / Odds(pLoser))));
        return supervised + lambda * oddsRatio;
    }
}
