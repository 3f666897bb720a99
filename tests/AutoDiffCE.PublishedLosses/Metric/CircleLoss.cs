using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>log(1 + Σ_n Σ_p e^(γ(α_n(s_n − Δ_n) − α_p(s_p − Δ_p)))), α_p = [1 + m − s_p]₊, α_n = [s_n + m]₊, Δ_p = 1 − m, Δ_n = m.</summary>
/// <remarks>Y. Sun et al., Circle Loss: A Unified Perspective of Pair Similarity Optimization, CVPR 2020; the weights α are differentiated, too.</remarks>
[Loss]
internal sealed partial class CircleLoss(double gamma, double m)
{
    /// <param name="s">The similarities of an anchor to others.</param>
    /// <param name="isPositive">1 for those of its own class, 0 for the rest.</param>
    public double Formula(Row s, Row isPositive)
    {
        double sum = 0;
        for (int n = 0; n < s.Length; n++)
        {
            if (isPositive[n] == 1)
                continue;
            for (int p = 0; p < s.Length; p++)
            {
                if (isPositive[p] != 1)
                    continue;
                double alphaP = Relu(1 + m - s[p]), alphaN = Relu(s[n] + m);
                sum += Exp(gamma * (alphaN * (s[n] - m) - alphaP * (s[p] - (1 - m))));
            }
        }

        return Log(1 + sum);
    }
}
