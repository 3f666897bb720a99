using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−log(C(K − 1, y) p^y (1 − p)^(K − 1 − y)), p = σ(f).</summary>
/// <remarks>C. Beckham, C. Pal, Unimodal Probability Distributions for Deep Ordinal Classification, ICML 2017.</remarks>
[Loss]
internal sealed partial class BinomialOrdinalLoss(int k)
{
    /// <param name="f">What the model says.</param>
    /// <param name="y">The rank, from 0 to K − 1.</param>
    public double Formula(double f, int y)
    {
        double p = Sigmoid(f), coefficient = 1;
        for (int i = 1; i < 10; i++)
            coefficient *= i <= y ? (k - i) / (double)i : 1;
        return -Log(coefficient * Pow(p, y) * Pow(1 - p, k - 1 - y));
    }
}
