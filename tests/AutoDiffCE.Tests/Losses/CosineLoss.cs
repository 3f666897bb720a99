using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>One less the cosine of the angle between two rows.</summary>
[Loss]
internal sealed partial class CosineLoss
{
    public double Formula(Row prediction, Row target) => 1 - Dot(prediction, target) / Sqrt(Dot(prediction, prediction) * Dot(target, target));
}
