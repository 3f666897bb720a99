using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>−log(e^(s(cos θ[y] − m)) / (e^(s(cos θ[y] − m)) + Σ_{j ≠ y} e^(s cos θ[j]))).</summary>
/// <remarks>H. Wang et al., CosFace: Large Margin Cosine Loss for Deep Face Recognition, CVPR 2018.</remarks>
[Loss]
internal sealed partial class CosFaceLoss(double s, double m)
{
    /// <param name="cosines">The cosine of the angle between the embedding and the center of each class.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row cosines, int y)
    {
        double target = Exp(s * (cosines[y] - m));
        return -Log(target / (target + Sum(cosines, (cosine, j) => j != y ? Exp(s * cosine) : 0)));
    }
}
