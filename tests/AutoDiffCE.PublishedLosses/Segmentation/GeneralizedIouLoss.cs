using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>1 − (I/U − (C − U)/C), I, U and C the areas of intersection, union and smallest enclosing box.</summary>
/// <remarks>H. Rezatofighi et al., Generalized Intersection over Union: A Metric and a Loss for Bounding Box Regression, CVPR 2019.</remarks>
[Loss]
internal sealed partial class GeneralizedIouLoss
{
    /// <param name="predicted">The box x₁, y₁, x₂, y₂, x₁ &lt; x₂ and y₁ &lt; y₂.</param>
    /// <param name="truth">The true one.</param>
    public double Formula(Row predicted, Row truth)
    {
        double areaPredicted = (predicted[2] - predicted[0]) * (predicted[3] - predicted[1]);
        double areaTruth = (truth[2] - truth[0]) * (truth[3] - truth[1]);
        (double x1, double y1) = (Max(predicted[0], truth[0]), Max(predicted[1], truth[1]));
        (double x2, double y2) = (Min(predicted[2], truth[2]), Min(predicted[3], truth[3]));
        double intersection = x2 > x1 && y2 > y1 ? (x2 - x1) * (y2 - y1) : 0;
        double union = areaPredicted + areaTruth - intersection;
        double enclosing = (Max(predicted[2], truth[2]) - Min(predicted[0], truth[0])) * (Max(predicted[3], truth[3]) - Min(predicted[1], truth[1]));
        double iou = intersection / union;
        return 1 - (iou - (enclosing - union) / enclosing);
    }
}
