using static AutoDiffCE.LossMath;

namespace AutoDiffCE.IntegrationTests;

[Loss]
public sealed partial class TemperatureCrossEntropy(double temperature)
{
    public double Formula(Row logits, int label) => -Log(Exp(logits[label] / temperature) / Sum(Exp(logits / temperature)));
}
