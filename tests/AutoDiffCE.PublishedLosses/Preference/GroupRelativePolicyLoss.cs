using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>−(min(ρ Â, clip(ρ, 1 − ε, 1 + ε) Â) − β (π_ref/π − log(π_ref/π) − 1)), ρ = π / π_old, π_old = sg[π].</summary>
/// <remarks>Z. Shao et al., DeepSeekMath: Pushing the Limits of Mathematical Reasoning in Open Language Models, 2024; a step on the policy that was sampled.</remarks>
[Loss]
internal sealed partial class GroupRelativePolicyLoss(double epsilon, double beta)
{
    /// <param name="logPi">The logarithm of the probability of a token.</param>
    /// <param name="logRef">The same under the reference model.</param>
    /// <param name="advantage">Its advantage within the group.</param>
    public double Formula(double logPi, double logRef, double advantage)
    {
        double ratio = Math.Exp(logPi - StopGradient(logPi));
        double clipped = Math.Clamp(ratio, 1 - epsilon, 1 + epsilon);
        double divergence = Math.Exp(logRef - logPi) - (logRef - logPi) - 1;
        return -(Math.Min(ratio * advantage, clipped * advantage) - beta * divergence);
    }
}
