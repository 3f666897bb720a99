using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Absolute error made smooth at 0: error² / (2·beta) below beta, |error| − beta/2 beyond. It is Huber's loss divided by beta, so its
/// slope far out is 1 for every beta.
/// </summary>
/// <param name="beta">Where the square ends, in units of the prediction; 0 for the absolute error itself, never negative, and finite.</param>
/// <remarks>
/// PyTorch's <c>nn.SmoothL1Loss(beta)</c>.
/// <para>
/// Sources: R. Girshick, Fast R-CNN, 2015; https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html
/// </para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Beta is not a finite number of at least 0.</exception>
[Loss]
public sealed partial class SmoothL1Loss(double beta = 1.0)
{
    private readonly double beta = Check.AtLeast(0, beta);

    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double error = Abs(prediction - target);
        return error < beta ? 0.5 * error * error / beta : error - 0.5 * beta;
    }
}
