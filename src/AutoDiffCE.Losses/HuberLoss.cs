using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Huber's loss: half the squared error up to delta, delta times the absolute error beyond, joined smoothly.</summary>
/// <param name="delta">Where the square ends, in units of the prediction; above 0, and finite.</param>
/// <remarks>
/// Sources: P. J. Huber, Robust Estimation of a Location Parameter, 1964; https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Delta is not a finite number above 0.</exception>
[Loss]
public sealed partial class HuberLoss(double delta = 1.0)
{
    private readonly double delta = Check.Positive(delta);

    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target)
    {
        double error = Abs(prediction - target);
        return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
    }
}
