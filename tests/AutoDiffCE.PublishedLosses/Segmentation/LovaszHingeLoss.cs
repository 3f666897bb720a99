using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>
/// Σ relu(m[i]) · (Δ(the pixels with errors from m[i] on) − Δ(those above m[i])), m = 1 − F · (2g − 1), Δ the Jaccard loss of a set of mistakes.
/// </summary>
/// <remarks>
/// M. Berman, A. R. Triki, M. B. Blaschko, The Lovász-Softmax Loss: A Tractable Surrogate for the Optimization of the Intersection-over-Union Measure in
/// Neural Networks, CVPR 2018.
/// </remarks>
[Loss]
internal sealed partial class LovaszHingeLoss
{
    /// <param name="scores">The score of each pixel to be foreground.</param>
    /// <param name="g">1 where it is, 0 elsewhere.</param>
    public double Formula(Row scores, Row g)
    {
        Row errors = 1 - scores * (2 * g - 1);
        double Jaccard(Func<double, bool> isMistake)
        {
            double intersection = Sum(g) - Sum(errors, (error, j) => isMistake(error) ? g[j] : 0);
            double union = Sum(g) + Sum(errors, (error, j) => isMistake(error) ? 1 - g[j] : 0);
            return 1 - intersection / union;
        }

        return Sum(errors, error => Relu(error) * (Jaccard(other => other >= error) - Jaccard(other => other > error)));
    }
}
