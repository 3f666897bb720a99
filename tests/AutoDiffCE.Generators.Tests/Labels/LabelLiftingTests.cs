using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Labels;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Labels;

public class LabelLiftingTests
{
    [Fact]
    public void Lifted_cross_entropy_keeps_one_log_sum_exp_for_all_classes()
    {
        var n = new Notation();
        Node stable = Stabilizer.Stabilize(n.Algebra, (-n.Log(n.Softmax(n.X)[n.Y])).Node, excludeLabel: false).Value;
        Node lifted = LabelLifting.Lift(n.Algebra, stable, "y", LiftedLabel.Smoothed);
        Assert.Equal(
            "Σ_i(strongProduct(classWeights[i] · (labelSmoothing / classes + [i = y ? 1 − labelSmoothing : 0]), logSumExp_i(x[i]) − x[i]))",
            lifted.ToString());
    }
}
