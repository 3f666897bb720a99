using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>√(x² + ε²).</summary>
/// <remarks>P. Charbonnier et al., Two Deterministic Half-Quadratic Regularization Algorithms for Computed Imaging, ICIP 1994.</remarks>
[Loss]
internal sealed partial class CharbonnierLoss(double epsilon)
{
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target) => Sqrt((prediction - target) * (prediction - target) + epsilon * epsilon);
}
