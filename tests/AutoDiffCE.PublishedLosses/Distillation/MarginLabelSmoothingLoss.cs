using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Distillation;

/// <summary>−log p[y] + λ Σ_k max(0, max_j l[j] − l[k] − m).</summary>
/// <remarks>B. Liu, I. Ben Ayed, A. Galdran, J. Dolz, The Devil is in the Margin: Margin-Based Label Smoothing for Network Calibration, CVPR 2022.</remarks>
[Loss]
internal sealed partial class MarginLabelSmoothingLoss(double m, double lambda)
{
    /// <param name="l">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row l, int y)
    {
        double largest = double.NegativeInfinity;
        for (int j = 0; j < l.Length; j++)
        {
            if (l[j] > largest)
                largest = l[j];
        }

        double penalty = 0;
        for (int k = 0; k < l.Length; k++)
            penalty += Max(0, largest - l[k] - m);
        return -Log(Softmax(l)[y]) + lambda * penalty;
    }
}
