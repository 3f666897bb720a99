using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−Σ_k (log σ(b[k]) · 1{y &gt; k} + log(1 − σ(b[k])) · (1 − 1{y &gt; k})).</summary>
/// <remarks>W. Cao, V. Mirjalili, S. Raschka, Rank Consistent Ordinal Regression for Neural Networks, Pattern Recognition Letters 2020.</remarks>
[Loss]
internal sealed partial class CoralLoss
{
    /// <param name="b">For K ranks the K − 1 logits of the rank being above 0, 1, ….</param>
    /// <param name="y">The rank, from 0 to K − 1.</param>
    public double Formula(Row b, [Label(ExtraClasses = 1)] int y)
    {
        double loss = 0;
        for (int k = 0; k < b.Length; k++)
        {
            double above = y > k ? 1 : 0;
            loss += Log(Sigmoid(b[k])) * above + Log(1 - Sigmoid(b[k])) * (1 - above);
        }

        return -loss;
    }
}
