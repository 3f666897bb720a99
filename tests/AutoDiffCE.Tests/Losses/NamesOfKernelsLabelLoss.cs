using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>The row and the label have names that the text of a kernel uses itself.</summary>
[Loss]
internal sealed partial class NamesOfKernelsLabelLoss
{
    public double Formula(Row frame, int sample) => LogSumExp(frame) - frame[sample];
}
