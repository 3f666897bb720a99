using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// Three embeddings, of which the anchor should be nearer to the positive than to the negative by a margin:
/// relu(|anchor − positive| − |anchor − negative| + margin). It has a gradient by all three.
/// </summary>
/// <param name="margin">By how much, in units of the distance; above 0, and finite.</param>
/// <param name="epsilon">What is added to each difference, so that the distance of equal embeddings has a gradient; not negative, and finite.</param>
/// <param name="swap">Whether the negative's distance from the positive counts where it is the smaller one.</param>
/// <remarks>
/// PyTorch's <c>nn.TripletMarginLoss(margin, eps, swap)</c> with its default exponent of 2; with any other it is <see cref="TripletMarginPowerLoss"/>.
/// As there, the gradient at the kink is that of the slope. For another distance, PyTorch's <c>nn.TripletMarginWithDistanceLoss</c>, write the
/// formula with it.
/// <para>
/// Sources: V. Balntas et al., Learning Local Feature Descriptors with Triplets and Shallow Convolutional Neural Networks, 2016;
/// https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html
/// </para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">The margin is not a finite number above 0, or epsilon is not one of at least 0.</exception>
[Loss]
public sealed partial class TripletMarginLoss(double margin = 1.0, double epsilon = 1e-6, bool swap = false)
{
    private readonly double margin = Check.Positive(margin);
    private readonly double epsilon = Check.AtLeast(0, epsilon);

    /// <summary>The loss of one sample.</summary>
    /// <param name="anchor">The embedding that the others are compared with.</param>
    /// <param name="positive">An embedding of the same kind.</param>
    /// <param name="negative">An embedding of another kind.</param>
    public double Formula([Differentiable] Row anchor, [Differentiable] Row positive, [Differentiable] Row negative)
    {
        double near = Norm(anchor - positive + epsilon);
        double far = Norm(anchor - negative + epsilon);
        if (swap)
            far = Min(far, Norm(positive - negative + epsilon));
        return Clamp(near - far + margin, 0, double.PositiveInfinity);
    }
}
