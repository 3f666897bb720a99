using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>α T² KL(softmax(v/T) ‖ softmax(z/T)) + (1 − α) cross-entropy.</summary>
/// <remarks>G. Hinton, O. Vinyals, J. Dean, Distilling the Knowledge in a Neural Network, NIPS Workshop 2014.</remarks>
[Loss]
internal sealed partial class HintonDistillationLoss(double temperature, double alpha)
{
    /// <param name="z">The logits of the student.</param>
    /// <param name="v">The logits of the teacher.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row z, Row v, int y)
    {
        double soft = 0, hard = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double p = Probability(v, i, temperature), q = Probability(z, i, temperature);
            soft += p * Log(p / q);
            hard -= i == y ? Log(Probability(z, i, 1)) : 0;
        }

        return alpha * temperature * temperature * soft + (1 - alpha) * hard;
    }

    private static double Probability(Row logits, int i, double temperature) => Exp(logits[i] / temperature) / Sum(Exp(logits / temperature));
}
