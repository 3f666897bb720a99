using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy that rewards entropy: p · log p is 0 where p is, also for a class that cannot be.</summary>
/// <param name="penalty">How much a confident prediction costs.</param>
[Loss]
internal sealed partial class ConfidencePenaltyLoss(double penalty)
{
    public double Formula(Row logits, int label)
    {
        Row probabilities = Softmax(logits);
        return -Log(probabilities[label]) + penalty * Sum(probabilities * Log(probabilities));
    }
}
