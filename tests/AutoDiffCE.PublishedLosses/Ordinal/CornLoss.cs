using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ordinal;

/// <summary>−Σ_k over the ranks k ≤ y: log σ(b[k]) · 1{y &gt; k} + (log σ(b[k]) − b[k]) · (1 − 1{y &gt; k}).</summary>
/// <remarks>X. Shi, W. Cao, S. Raschka, Deep Neural Networks for Rank-Consistent Ordinal Regression Based on Conditional Probabilities, 2021.</remarks>
[Loss]
internal sealed partial class CornLoss
{
    /// <param name="b">For K ranks the K − 1 logits of the rank being above k given that it is at least k.</param>
    /// <param name="y">The rank, from 0 to K − 1.</param>
    public double Formula(Row b, [Label(ExtraClasses = 1)] int y)
    {
        double loss = 0;
        for (int k = 0; k < b.Length; k++)
        {
            if (y < k)
                continue;
            if (y > k)
                loss -= Log(Sigmoid(b[k]));
            else
                loss -= Log(Sigmoid(b[k])) - b[k];
        }

        return loss;
    }
}
