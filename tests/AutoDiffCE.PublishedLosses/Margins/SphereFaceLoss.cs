using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>−log(e^(‖x‖ψ(θ[y])) / (e^(‖x‖ψ(θ[y])) + Σ_{j ≠ y} e^(‖x‖cos θ[j]))), ψ(θ) = (−1)^k cos(mθ) − 2k for θ in [kπ/m, (k + 1)π/m].</summary>
/// <remarks>W. Liu et al., SphereFace: Deep Hypersphere Embedding for Face Recognition, CVPR 2017.</remarks>
[Loss]
internal sealed partial class SphereFaceLoss(int m)
{
    /// <param name="cosines">The cosine of the angle between the embedding and the center of each class.</param>
    /// <param name="length">The norm of the embedding.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula([Differentiable] Row cosines, [Differentiable] double length, int y)
    {
        double own = Exp(length * Psi(Acos(cosines[y])));
        double others = Sum(Exp(length * cosines)) - Exp(length * cosines[y]);
        return -Log(own / (own + others));
    }

    private double Psi(double theta)
    {
        double k = Floor(m * theta / Math.PI);
        return Pow(-1, k) * Cos(m * theta) - 2 * k;
    }
}
