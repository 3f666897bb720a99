namespace AutoDiffCE.PublishedLosses.Regression;

/// <summary>(u − l) + 2/α (l − x) 1{x &lt; l} + 2/α (x − u) 1{x &gt; u}.</summary>
/// <remarks>
/// T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, Journal of the American Statistical Association 2007.
/// </remarks>
[Loss]
internal sealed partial class IntervalScoreLoss(double alpha)
{
    /// <param name="l">The lower end of the interval.</param>
    /// <param name="u">The upper end.</param>
    /// <param name="x">The target.</param>
    public double Formula([Differentiable] double l, [Differentiable] double u, double x)
    {
        double score = u - l;
        if (x < l)
            score += 2 / alpha * (l - x);
        else if (x > u)
            score += 2 / alpha * (x - u);
        return score;
    }
}
