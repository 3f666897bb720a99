using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.NoisyLabels;

/// <summary>Σ_{i = 1…t} (1 − p[y])^i / i: cross-entropy by the first t terms of its series, at most eight.</summary>
/// <remarks>L. Feng et al., Can Cross Entropy Loss Be Robust to Label Noise?, IJCAI 2020.</remarks>
[Loss]
internal sealed partial class TaylorCrossEntropyLoss(int order)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is given.</param>
    public double Formula(Row logits, int y)
    {
        double p = Softmax(logits)[y];
        double loss = 0;
        for (int i = 1; i <= 8; i++)
        {
            if (i > order)
                break;
            loss += Pow(1 - p, i) / i;
        }

        return loss;
    }
}
