using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>w ln(1 + |x|/ε) for |x| &lt; w, |x| − C otherwise, C = w − w ln(1 + w/ε).</summary>
/// <remarks>Z.-H. Feng et al., Wing Loss for Robust Facial Landmark Localisation with Convolutional Neural Networks, CVPR 2018.</remarks>
[Loss]
internal sealed partial class WingLoss(double w, double epsilon)
{
    /// <param name="prediction">The coordinates of the landmarks as the model says.</param>
    /// <param name="target">The true ones.</param>
    public double Formula(Row prediction, Row target)
    {
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++)
            sum += Wing(prediction[i] - target[i]);
        return sum;
    }

    private double Wing(double x)
    {
        double c = w - w * Log(1 + w / epsilon);
        return Abs(x) < w ? w * Log(1 + Abs(x) / epsilon) : Abs(x) - c;
    }
}
