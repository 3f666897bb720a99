using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Negative log-likelihood of a target under a normal distribution, up to a constant: ½ · (log v + (mean − target)² / v) with v the variance,
/// but at least epsilon. It has a gradient by the mean and one by the variance.
/// </summary>
/// <param name="full">Whether to add the constant ½ · log(2π).</param>
/// <param name="epsilon">The least variance, above 0 and finite, in units of the target squared.</param>
/// <remarks>
/// PyTorch's <c>nn.GaussianNLLLoss(full, eps)</c>, whose third input is the variance as well. Below epsilon the gradient by the variance is 0
/// here, since the loss does not depend on it; PyTorch has there the gradient at epsilon.
/// <para>
/// Sources: D. A. Nix, A. S. Weigend, Estimating the Mean and Variance of the Target Probability Distribution, 1994;
/// https://pytorch.org/docs/stable/generated/torch.nn.GaussianNLLLoss.html
/// </para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Epsilon is not a finite number above 0.</exception>
[Loss]
public sealed partial class GaussianNegativeLogLikelihoodLoss(bool full = false, double epsilon = 1e-6)
{
    private readonly double epsilon = Check.Positive(epsilon);

    /// <summary>The loss of one sample.</summary>
    /// <param name="mean">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    /// <param name="variance">How far off the model takes itself to be, squared; not negative.</param>
    public double Formula([Differentiable] double mean, double target, [Differentiable] double variance)
    {
        double spread = Clamp(variance, epsilon, double.PositiveInfinity);
        double error = mean - target;
        double loss = 0.5 * (Log(spread) + error * error / spread);
        return full ? loss + 0.5 * Log(2 * Math.PI) : loss;
    }
}
