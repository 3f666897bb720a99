using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>max_r (s[r] + 1 − δ(r, y)) − s[y].</summary>
/// <remarks>K. Crammer, Y. Singer, On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines, JMLR 2001.</remarks>
[Loss]
internal sealed partial class CrammerSingerLoss
{
    /// <param name="s">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row s, int y) => Max(s, (score, r) => score + 1 - (r == y ? 1 : 0)) - s[y];
}
