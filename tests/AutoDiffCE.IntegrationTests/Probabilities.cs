using static AutoDiffCE.LossMath;

namespace AutoDiffCE.IntegrationTests;

[Loss]
public sealed partial class Probabilities
{
    public Row Formula(Row logits) => Exp(logits) / Sum(Exp(logits));
}
