using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>1 − IoU + ρ²/c² + αv, v = 4/π² (atan(w*/h*) − atan(w/h))², α = v/(1 − IoU + v); without αv it is the distance IoU loss.</summary>
/// <remarks>Z. Zheng et al., Distance-IoU Loss: Faster and Better Learning for Bounding Box Regression, AAAI 2020; α is differentiated, too.</remarks>
[Loss]
internal sealed partial class CompleteIouLoss(bool complete)
{
    /// <param name="b">The box x₁, y₁, x₂, y₂, x₁ &lt; x₂ and y₁ &lt; y₂.</param>
    /// <param name="truth">The true one.</param>
    public double Formula(Row b, Row truth)
    {
        double width = Max(0, Min(b[2], truth[2]) - Max(b[0], truth[0])), height = Max(0, Min(b[3], truth[3]) - Max(b[1], truth[1]));
        double intersection = width * height;
        double iou = intersection / (Area(b) + Area(truth) - intersection);
        double centers = Square((b[0] + b[2] - truth[0] - truth[2]) / 2) + Square((b[1] + b[3] - truth[1] - truth[3]) / 2);
        double diagonal = Square(Max(b[2], truth[2]) - Min(b[0], truth[0])) + Square(Max(b[3], truth[3]) - Min(b[1], truth[1]));
        double loss = 1 - iou + centers / diagonal;
        if (!complete)
            return loss;
        double v = 4 / (Math.PI * Math.PI) * Square(Atan(Aspect(truth)) - Atan(Aspect(b)));
        double alpha = v / (1 - iou + v);
        return loss + alpha * v;
    }

    private static double Area(Row box) => (box[2] - box[0]) * (box[3] - box[1]);

    private static double Aspect(Row box) => (box[2] - box[0]) / (box[3] - box[1]);
}
