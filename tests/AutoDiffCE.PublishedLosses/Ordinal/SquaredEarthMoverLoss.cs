using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>Σ_i (CDF_i(p) − CDF_i(t))², p = softmax, t the one-hot target.</summary>
/// <remarks>L. Hou, C.-P. Yu, D. Samaras, Squared Earth Mover's Distance-based Loss for Training Deep Neural Networks, 2016.</remarks>
[Loss]
internal sealed partial class SquaredEarthMoverLoss
{
    /// <param name="logits">The logits of the ranks.</param>
    /// <param name="y">The rank that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Exp(logits) / Sum(Exp(logits));
        double loss = 0, cumulative = 0;
        for (int i = 0; i < p.Length; i++)
        {
            cumulative += p[i];
            double target = y <= i ? 1 : 0;
            loss += (cumulative - target) * (cumulative - target);
        }

        return loss;
    }
}
