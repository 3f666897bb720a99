using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>−log(e^(s T) / (e^(s T) + Σ_{j ≠ y} e^(s N(t, cos θ[j])))), T = cos(θ[y] + m), N = cos θ[j] (t + cos θ[j]) for those above T.</summary>
/// <remarks>Y. Huang et al., CurricularFace: Adaptive Curriculum Learning Loss for Deep Face Recognition, CVPR 2020.</remarks>
[Loss]
internal sealed partial class CurricularFaceLoss(double s, double m, double t)
{
    /// <param name="cosines">The cosine of the angle between the embedding and the center of each class.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row cosines, int y)
    {
        double target = Cos(Acos(cosines[y]) + m);
        Func<double, double> modulated = cosine => target >= cosine ? cosine : cosine * (t + cosine);
        double negatives = Sum(cosines, (cosine, j) => j == y ? 0 : Exp(s * modulated(cosine)));
        return -Log(Exp(s * target) / (Exp(s * target) + negatives));
    }
}
