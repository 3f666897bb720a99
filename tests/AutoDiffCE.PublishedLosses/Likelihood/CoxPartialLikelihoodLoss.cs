using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Likelihood;

/// <summary>−Σ_{i: event} (h[i] − log Σ_{j: t[j] ≥ t[i]} e^h[j]).</summary>
/// <remarks>D. R. Cox, Regression Models and Life-Tables, Journal of the Royal Statistical Society B 1972.</remarks>
[Loss]
internal sealed partial class CoxPartialLikelihoodLoss
{
    /// <param name="h">The logarithms of the hazards of the patients.</param>
    /// <param name="t">Their times.</param>
    /// <param name="events">1 for an event, 0 for a censored time.</param>
    public double Formula(Row h, Row t, Row events)
    {
        double logLikelihood = 0;
        for (int i = 0; i < h.Length; i++)
        {
            double atRisk = 0;
            for (int j = 0; j < h.Length; j++)
            {
                if (t[j] >= t[i])
                    atRisk += Exp(h[j]);
            }

            logLikelihood += events[i] * (h[i] - Log(atRisk));
        }

        return -logLikelihood;
    }
}
