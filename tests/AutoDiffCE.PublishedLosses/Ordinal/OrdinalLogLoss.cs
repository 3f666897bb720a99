using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−Σ_i log(1 − p[i]) |y − i|^α.</summary>
/// <remarks>F. Castagnos, M. Mihelich, C. Dognin, A Simple Log-based Loss Function for Ordinal Text Classification, COLING 2022.</remarks>
[Loss]
internal sealed partial class OrdinalLogLoss(double alpha)
{
    /// <param name="logits">The logits of the ranks.</param>
    /// <param name="y">The rank that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Softmax(logits);
        double loss = 0;
        for (int i = 0; i < p.Length; i++)
            loss -= Log(1 - p[i]) * Pow(Math.Abs(y - i), alpha);
        return loss;
    }
}
