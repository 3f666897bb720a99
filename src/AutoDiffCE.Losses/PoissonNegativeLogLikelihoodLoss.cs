using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Negative log-likelihood of a count under a Poisson distribution, up to a constant: e^prediction − count · prediction, the prediction
/// being the logarithm of the rate, or prediction − count · log(prediction + epsilon) for the rate itself.
/// </summary>
/// <param name="logInput">Whether the prediction is the logarithm of the rate.</param>
/// <param name="full">Whether to add Stirling's approximation of log(count!), which does not depend on the prediction: count · log count − count
/// + ½ · log(2π · count) for counts above 1.</param>
/// <param name="epsilon">Keeps a rate of 0 out of the logarithm, where the prediction is the rate itself, in units of the rate; not negative,
/// and finite. With 0, a rate of 0 costs infinity where there was a count.</param>
/// <remarks>
/// PyTorch's <c>nn.PoissonNLLLoss(log_input, full, eps)</c>.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">Epsilon is not a finite number of at least 0.</exception>
[Loss]
public sealed partial class PoissonNegativeLogLikelihoodLoss(bool logInput = true, bool full = false, double epsilon = 1e-8)
{
    private readonly double epsilon = Check.AtLeast(0, epsilon);

    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">The rate, not negative, or its logarithm, any real number.</param>
    /// <param name="count">How many there were; not negative.</param>
    public double Formula(double prediction, double count)
    {
        double loss = logInput ? Exp(prediction) - count * prediction : prediction - count * Log(prediction + epsilon);
        return full && count > 1 ? loss + count * Log(count) - count + 0.5 * Log(2 * Math.PI * count) : loss;
    }
}
