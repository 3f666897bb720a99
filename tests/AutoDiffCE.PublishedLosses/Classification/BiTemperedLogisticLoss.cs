using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Classification;

/// <summary>Σ (t · (log_t1 t − log_t1 p) − (t^(2 − t1) − p^(2 − t1)) / (2 − t1)), p the tempered softmax at t2, t the one-hot target.</summary>
/// <remarks>
/// E. Amid, M. K. Warmuth, R. Anil, T. Koren, Robust Bi-Tempered Logistic Loss Based on Bregman Divergences, NeurIPS 2019; the normalization is five rounds
/// of the fixed-point iteration in its appendix.
/// </remarks>
[Loss]
internal sealed partial class BiTemperedLogisticLoss(double t1, double t2)
{
    /// <param name="activations">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row activations, int y)
    {
        Row probabilities = ExpT(activations - Normalization(activations), t2);
        Row labels = OneHot(y, activations.Length);
        Row first = labels * (LogT(labels + 1e-10, t1) - LogT(probabilities, t1));
        Row second = (Pow(labels, 2 - t1) - Pow(probabilities, 2 - t1)) / (2 - t1);
        return Sum(first - second);
    }

    private double Normalization(Row activations)
    {
        double mu = Max(activations);
        Row normalized0 = activations - mu;
        Row normalized = normalized0;
        for (int i = 0; i < 5; i++)
        {
            double partition = Sum(ExpT(normalized, t2));
            normalized = normalized0 * Pow(partition, 1 - t2);
        }

        double total = Sum(ExpT(normalized, t2));
        return -LogT(1 / total, t2) + mu;
    }

    private static double LogT(double u, double t) => t == 1 ? Log(u) : (Pow(u, 1 - t) - 1) / (1 - t);

    private static Row LogT(Row u, double t) => t == 1 ? Log(u) : (Pow(u, 1 - t) - 1) / (1 - t);

    private static Row ExpT(Row u, double t) => t == 1 ? Exp(u) : Pow(Relu(1 + (1 - t) * u), 1 / (1 - t));
}
