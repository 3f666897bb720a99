using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Classification;

/// <summary>−log(e^(f[y] / (τ‖f‖)) / Σ e^(f / (τ‖f‖))).</summary>
/// <remarks>H. Wei et al., Mitigating Neural Network Overconfidence with Logit Normalization, ICML 2022.</remarks>
[Loss]
internal sealed partial class LogitNormalizationLoss(double temperature)
{
    /// <param name="f">The logits.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row f, int y) =>
        -Log(Exp(f[y] / (temperature * Norm(f))) / Sum(Exp(f / (temperature * Norm(f)))));
}
