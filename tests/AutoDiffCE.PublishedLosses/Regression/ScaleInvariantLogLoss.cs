using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>1/n Σ d² − λ/n² (Σ d)², d = ln y − ln y*.</summary>
/// <remarks>D. Eigen, C. Puhrsch, R. Fergus, Depth Map Prediction from a Single Image using a Multi-Scale Deep Network, NIPS 2014.</remarks>
[Loss]
internal sealed partial class ScaleInvariantLogLoss(double lambda)
{
    /// <param name="y">The depths as the model says, above 0.</param>
    /// <param name="truth">The true ones.</param>
    public double Formula(Row y, Row truth)
    {
        Row d = Log(y) - Log(truth);
        int n = y.Length;
        return Sum(d * d) / n - lambda / (n * n) * Pow(Sum(d), 2);
    }
}
