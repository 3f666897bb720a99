using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>0 where p[y] ≥ 1 − α, KL(p^r ‖ p) otherwise, p^r = 1 − α for y and α p[k]/Σ_{j ≠ y} p[j] for the rest.</summary>
/// <remarks>J. Lienen, E. Hüllermeier, From Label Smoothing to Label Relaxation, AAAI 2021.</remarks>
[Loss]
internal sealed partial class LabelRelaxationLoss(double alpha)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row logits, int y)
    {
        Row p = Softmax(logits);
        if (p[y] >= 1 - alpha)
            return 0;
        double rest = Sum(p) - p[y];
        Row relaxed = (alpha * p / rest).With(y, 1 - alpha);
        return Sum(relaxed * Log(relaxed / p));
    }
}
