using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Logarithm of the hyperbolic cosine of the error: about error²/2 near 0 and |error| − log 2 far out, smooth in all derivatives.
/// </summary>
/// <remarks>
/// PyTorch has none. The gradient is tanh(prediction − target).
/// <para>Source: P. J. Green, Bayesian Reconstructions from Emission Tomography Data Using a Modified EM Algorithm, 1990.</para>
/// </remarks>
[Loss]
public sealed partial class LogCoshLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target) => Log(Math.Cosh(prediction - target));
}
