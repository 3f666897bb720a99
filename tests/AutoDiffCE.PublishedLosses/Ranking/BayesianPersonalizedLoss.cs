using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>−Σ_{i ∈ I⁺, j ∉ I⁺} ln σ(x[i] − x[j]).</summary>
/// <remarks>S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme, BPR: Bayesian Personalized Ranking from Implicit Feedback, UAI 2009.</remarks>
[Loss]
internal sealed partial class BayesianPersonalizedLoss
{
    /// <param name="x">The scores of the items for a user.</param>
    /// <param name="seen">1 for those that the user has chosen, 0 for the rest.</param>
    public double Formula(Row x, Row seen) =>
        -Sum(x, (xi, i) => seen[i] == 1 ? Sum(x, (xj, j) => seen[j] == 1 ? 0 : Log(Sigmoid(xi - xj))) : 0);
}
