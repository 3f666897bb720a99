using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>Logistic loss of a score and a sign: log(1 + e^(−target · score)).</summary>
/// <remarks>
/// PyTorch's <c>nn.SoftMarginLoss</c>, without its overflow at scores of −89 in <c>float</c>.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html</para>
/// </remarks>
[Loss]
public sealed partial class SoftMarginLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="score">The logit of the positive class.</param>
    /// <param name="target">1 for the positive class, −1 for the other.</param>
    public double Formula(double score, double target) => Log(1 + Exp(-target * score));
}
