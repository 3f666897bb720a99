using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Preference;

/// <summary>max(0, δ − log π(y_w) + log π(y_l)) − λ log π(y_ref).</summary>
/// <remarks>Y. Zhao et al., SLiC-HF: Sequence Likelihood Calibration with Human Feedback, 2023.</remarks>
[Loss]
internal sealed partial class SequenceCalibrationLoss(double delta, double lambda)
{
    /// <param name="winner">The logarithmic probability of the preferred answer.</param>
    /// <param name="loser">That of the other answer.</param>
    /// <param name="reference">That of the target of the supervised model.</param>
    public double Formula([Differentiable] double winner, [Differentiable] double loser, [Differentiable] double reference) =>
        Max(0, delta - winner + loser) - lambda * reference;
}
