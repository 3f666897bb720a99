using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Kullback-Leibler divergence of a predicted distribution from a target: Σ_c target_c · (log target_c − logProbabilities_c).
/// </summary>
/// <param name="logTarget">Whether the target is given in logarithms as well.</param>
/// <remarks>
/// PyTorch's <c>nn.KLDivLoss(log_target)</c>. A sample here is a distribution, so the mean over samples is PyTorch's reduction
/// <c>batchmean</c>, the mathematical one. PyTorch's <c>mean</c> divides by the classes as well: pass samples · classes as the normalizer.
/// A class whose target is 0 adds 0, whatever its probability.
/// <para>
/// Sources: S. Kullback, R. A. Leibler, On Information and Sufficiency, 1951; https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html
/// </para>
/// </remarks>
[Loss]
public sealed partial class KullbackLeiblerLoss(bool logTarget = false)
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="logProbabilities">The logarithms of the predicted probabilities, such as a log-softmax.</param>
    /// <param name="target">The probabilities that are true, or their logarithms.</param>
    public double Formula(Row logProbabilities, Row target)
    {
        Row probability = logTarget ? Exp(target) : target;
        Row logarithm = logTarget ? target : Log(target);
        return Sum(Where(probability == 0, 0, probability * (logarithm - logProbabilities)));
    }
}
