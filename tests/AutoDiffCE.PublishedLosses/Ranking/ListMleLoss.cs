using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Ranking;

/// <summary>−log Π_i e^s[i] / Σ_{k ≥ i} e^s[k], the documents in their true order.</summary>
/// <remarks>F. Xia, T.-Y. Liu, J. Wang, W. Zhang, H. Li, Listwise Approach to Learning to Rank: Theory and Algorithm, ICML 2008.</remarks>
[Loss]
internal sealed partial class ListMleLoss
{
    /// <param name="s">The scores of the documents, the most relevant one first.</param>
    public double Formula(Row s)
    {
        double loss = 0;
        for (int i = 0; i < s.Length; i++)
        {
            double rest = 0;
            for (int k = i; k < s.Length; k++)
                rest += Exp(s[k]);
            loss -= Log(Exp(s[i]) / rest);
        }

        return loss;
    }
}
