using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>−log(e^−d[y] / Σ_{z ≠ y} e^−d[z]).</summary>
/// <remarks>Y. Movshovitz-Attias et al., No Fuss Distance Metric Learning using Proxies, ICCV 2017.</remarks>
[Loss]
internal sealed partial class ProxyNcaLoss
{
    /// <param name="d">The squared distances of an embedding to the proxies of the classes.</param>
    /// <param name="y">Its own class.</param>
    public double Formula(Row d, int y) => -Log(Exp(-d[y]) / Sum(Where(Index(d) != y, Exp(-d), 0)));
}
