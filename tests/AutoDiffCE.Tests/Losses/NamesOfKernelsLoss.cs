using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Everything has a name that the text of a kernel uses itself.</summary>
[Loss]
internal sealed partial class NamesOfKernelsLoss(Row hole, double step)
{
    public double Formula(Row first, Row at)
    {
        double end = Sum(first * hole);
        Row sweep = step * at;
        return end * end + Sum(sweep * first);
    }
}
