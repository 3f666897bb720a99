using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>[‖a − p‖² − 4 tan²α ‖n − c‖²]₊, c = (a + p)/2.</summary>
/// <remarks>J. Wang, F. Zhou, S. Wen, X. Liu, Y. Lin, Deep Metric Learning with Angular Loss, ICCV 2017.</remarks>
[Loss]
internal sealed partial class AngularLoss(double degrees)
{
    /// <param name="a">The anchor.</param>
    /// <param name="p">An embedding of the same class.</param>
    /// <param name="n">One of another class.</param>
    public double Formula([Differentiable] Row a, [Differentiable] Row p, [Differentiable] Row n)
    {
        Row c = (a + p) / 2;
        double tangent = Math.Tan(degrees * Math.PI / 180);
        return Math.Max(0, Math.Pow(Norm(a - p), 2) - 4 * Math.Pow(tangent, 2) * Math.Pow(Norm(n - c), 2));
    }
}
