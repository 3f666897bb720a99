using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Lengths of rows, one of them shared by the batch and one weighed by what may be left out.</summary>
[Loss]
internal sealed partial class LengthsLoss(Row prior, Row weights = default)
{
    public double Formula(Row prediction, Row target) =>
        Norm(Weighted(prediction - target, weights)) / Norm(prior) + Norm(prediction + 8) * Norm(target);
}
