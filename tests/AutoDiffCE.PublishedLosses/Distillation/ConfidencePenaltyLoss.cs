using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>−log p[y] − β H(p).</summary>
/// <remarks>
/// G. Pereyra, G. Tucker, J. Chorowski, Ł. Kaiser, G. Hinton, Regularizing Neural Networks by Penalizing Confident Output Distributions, 2017.
/// </remarks>
[Loss]
internal sealed partial class ConfidencePenaltyLoss(double beta)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Exp(logits) / Sum(Exp(logits));
        double entropy = 0;
        foreach (double probability in p)
            entropy -= probability * Log(probability);
        return -Log(p[y]) - beta * entropy;
    }
}
