using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>|x| for |x| ≤ c, (x² + c²)/(2c) beyond, c a fifth of the largest error of the picture.</summary>
/// <remarks>I. Laina et al., Deeper Depth Prediction with Fully Convolutional Residual Networks, 3DV 2016.</remarks>
[Loss]
internal sealed partial class ReverseHuberLoss
{
    /// <param name="prediction">The depths as the model says.</param>
    /// <param name="target">The true ones.</param>
    public double Formula(Row prediction, Row target)
    {
        Row x = Abs(prediction - target);
        double c = Max(x) / 5, loss = 0;
        foreach (double error in x)
        {
            if (error <= c)
                loss += error;
            else
                loss += (error * error + c * c) / (2 * c);
        }

        return loss / x.Length;
    }
}
