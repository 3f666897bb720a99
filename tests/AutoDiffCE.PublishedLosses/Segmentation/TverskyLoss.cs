namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>1 − (Σ p g + ε) / (Σ p g + α Σ p (1 − g) + β Σ (1 − p) g + ε).</summary>
/// <remarks>
/// S. S. M. Salehi, D. Erdogmus, A. Gholipour, Tversky Loss Function for Image Segmentation Using 3D Fully Convolutional Deep Networks, MLMI 2017.
/// </remarks>
[Loss]
internal sealed partial class TverskyLoss(double alpha, double beta)
{
    private const double Epsilon = 1e-7;

    /// <param name="p">The probability of each voxel to be foreground.</param>
    /// <param name="g">1 where it is, 0 elsewhere.</param>
    public double Formula(Row p, Row g)
    {
        double truePositive = 0, falsePositive = 0, falseNegative = 0;
        for (int i = 0; i < p.Length; i++)
        {
            truePositive += p[i] * g[i];
            falsePositive += p[i] * (1 - g[i]);
            falseNegative += (1 - p[i]) * g[i];
        }

        return 1 - (truePositive + Epsilon) / (truePositive + alpha * falsePositive + beta * falseNegative + Epsilon);
    }
}
