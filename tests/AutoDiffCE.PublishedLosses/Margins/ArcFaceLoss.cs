using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>−log(e^(s cos(θ[y] + m)) / (e^(s cos(θ[y] + m)) + Σ_{j ≠ y} e^(s cos θ[j]))).</summary>
/// <remarks>J. Deng, J. Guo, N. Xue, S. Zafeiriou, ArcFace: Additive Angular Margin Loss for Deep Face Recognition, CVPR 2019.</remarks>
[Loss]
internal sealed partial class ArcFaceLoss(double s, double m)
{
    /// <param name="cosines">The cosine of the angle between the embedding and the center of each class.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row cosines, int y)
    {
        Row theta = Acos(cosines);
        double own = Exp(s * Cos(theta[y] + m));
        double others = 0;
        for (int j = 0; j < theta.Length; j++)
        {
            if (j != y)
                others += Exp(s * Cos(theta[j]));
        }

        return -Log(own / (own + others));
    }
}
