using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Quickstart;

/// <summary>The price of having given the truth this probability. One scalar per sample is enough for a loss.</summary>
[Loss]
internal sealed partial class LogarithmicLoss
{
    /// <summary>The loss of one sample.</summary>
    public double Formula(double probability) => -Log(probability);
}
