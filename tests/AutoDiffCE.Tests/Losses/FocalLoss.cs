using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Focal loss: a power, known at run time, of what the label lacks in probability.</summary>
[Loss]
internal sealed partial class FocalLoss(double gamma)
{
    public double Formula(Row logits, int label)
    {
        double probability = Softmax(logits)[label];
        return -Pow(1 - probability, gamma) * Log(probability);
    }
}
