using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Several functions along one row.</summary>
[Loss]
internal sealed partial class RowFunctionsLoss
{
    public double Formula(Row logits, int label) => Sum(Tanh(logits) * Sigmoid(logits)) + Mean(Softplus(logits)) - LogSigmoid(logits[label]);
}
