using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Quickstart;

/// <summary>Cross-entropy as it is written from scratch, with a clamp so that the logarithm never meets 0.</summary>
[Loss]
internal sealed partial class ClampedCrossEntropyLoss
{
    private const double Epsilon = 1e-15;

    /// <summary>The loss of one sample.</summary>
    public double Formula(Row logits, int label) => -Log(Clamp(Softmax(logits)[label], Epsilon, 1 - Epsilon));
}
