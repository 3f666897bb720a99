using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>
/// −log(e^(a[y]ψ(θ[y])) / (e^(a[y]ψ(θ[y])) + Σ_{j ≠ y} e^(a[j] cos θ[j]))), a[j] = ‖W[j]‖‖x‖, ψ(θ) = 2cos²θ − 1 or its continuation beyond π/2.
/// </summary>
/// <remarks>W. Liu, Y. Wen, Z. Yu, M. Yang, Large-Margin Softmax Loss for Convolutional Neural Networks, ICML 2016; the margin m is 2.</remarks>
[Loss]
internal sealed partial class LargeMarginSoftmaxLoss
{
    /// <param name="f">The logits W[j]ᵀx.</param>
    /// <param name="a">The products of the norms.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula([Differentiable] Row f, [Differentiable] Row a, int y)
    {
        Row cosines = f / a;
        double own = a[y] * Psi(cosines[y]), sum = Exp(own);
        for (int j = 0; j < f.Length; j++)
            sum += j == y ? 0 : Exp(a[j] * cosines[j]);
        return -Log(Exp(own) / sum);
    }

    // cos 2θ by the formula of the double angle, and k = 1 beyond a right angle.
    private static double Psi(double cosine)
    {
        int k = cosine < 0 ? 1 : 0;
        double doubled = 2 * cosine * cosine - 1;
        return k switch { 0 => doubled, _ => -doubled - 2 };
    }
}
