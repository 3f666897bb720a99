namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>Σ_{j ≠ y} max(0, 1 + s[j] − s[y]).</summary>
/// <remarks>J. Weston, C. Watkins, Support Vector Machines for Multi-Class Pattern Recognition, ESANN 1999.</remarks>
[Loss]
internal sealed partial class WestonWatkinsLoss
{
    /// <param name="s">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row s, int y)
    {
        double loss = 0;
        int j = 0;
        foreach (double score in s)
        {
            if (j != y)
                loss += Math.Max(0, 1 + score - s[y]);
            j++;
        }

        return loss;
    }
}
