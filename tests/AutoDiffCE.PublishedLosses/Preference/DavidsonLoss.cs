using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−log of π_i/S, π_j/S or ν√(π_i π_j)/S for a win, a loss or a tie, S = π_i + π_j + ν√(π_i π_j), π = e^score.</summary>
/// <remarks>R. R. Davidson, On Extending the Bradley-Terry Model to Accommodate Ties in Paired Comparison Experiments, JASA 1970.</remarks>
[Loss]
internal sealed partial class DavidsonLoss(double nu)
{
    private const int Tie = 0, Win = 1;

    /// <param name="i">The score of a player.</param>
    /// <param name="j">That of the opponent.</param>
    /// <param name="outcome">1 if the player wins, −1 if the opponent does, 0 for a tie.</param>
    public double Formula([Differentiable] double i, [Differentiable] double j, int outcome)
    {
        double pi = Exp(i), pj = Exp(j), tie = nu * Sqrt(pi * pj);
        double probability = outcome switch { Win => pi, Tie => tie, _ => pj } / (pi + pj + tie);
        return -Log(probability);
    }
}
