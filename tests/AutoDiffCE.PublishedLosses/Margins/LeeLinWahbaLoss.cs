using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Margins;

/// <summary>Σ_{j ≠ y} max(0, f[j] + 1/(K − 1)).</summary>
/// <remarks>Y. Lee, Y. Lin, G. Wahba, Multicategory Support Vector Machines, Journal of the American Statistical Association 2004.</remarks>
[Loss]
internal sealed partial class LeeLinWahbaLoss
{
    /// <param name="f">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row f, int y) => Sum(Where(Index(f) != y, Max(f + 1.0 / (f.Length - 1), 0), 0));
}
