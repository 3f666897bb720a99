using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Cross-entropy of logits that each sample divides by a temperature of its own.</summary>
[Loss]
internal sealed partial class TemperatureLoss
{
    public double Formula(Row logits, int label, double temperature) => LogSumExp(logits / temperature) - logits[label] / temperature;
}
