using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy as the quotient of exponentials.</summary>
[Loss]
internal sealed partial class QuotientOfExponentialsLoss
{
    public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));
}
