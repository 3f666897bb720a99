using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Imbalance;

/// <summary>−log p[y] + Σ_{j = 1…3} ε[j] (1 − p[y])^j.</summary>
/// <remarks>Z. Leng et al., PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions, ICLR 2022.</remarks>
[Loss]
internal sealed partial class PolyLoss(double epsilon1, double epsilon2, double epsilon3)
{
    /// <param name="logits">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row logits, int y)
    {
        double p = Softmax(logits)[y];
        double poly = -Log(p);
        int j = 1;
        while (j <= 3)
        {
            double epsilon = j switch { 1 => epsilon1, 2 => epsilon2, _ => epsilon3 };
            poly += epsilon * Pow(1 - p, j);
            j++;
        }

        return poly;
    }
}
