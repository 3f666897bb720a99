using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Losses;

/// <summary>
/// <see cref="TripletMarginLoss"/> with the distance (Σ |difference|^p)^(1/p), which takes a power per element where the Euclidean one does not.
/// </summary>
/// <param name="p">The exponent of the distance, at least 1 and finite; 1 adds up the differences.</param>
/// <param name="margin">By how much the anchor should be nearer to the positive, in units of the distance; above 0, and finite.</param>
/// <param name="epsilon">What is added to each difference, so that the distance of equal embeddings has a gradient; above 0, and finite.</param>
/// <param name="swap">Whether the negative's distance from the positive counts where it is the smaller one.</param>
/// <remarks>
/// PyTorch's <c>nn.TripletMarginLoss(margin, p, eps, swap)</c>. As there, the gradient at the kink is that of the slope.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html</para>
/// </remarks>
/// <exception cref="ArgumentOutOfRangeException">P is not a finite number of at least 1, or the margin or epsilon is not one above 0.</exception>
[Loss]
public sealed partial class TripletMarginPowerLoss(double p, double margin = 1.0, double epsilon = 1e-6, bool swap = false)
{
    private readonly double p = Check.AtLeast(1, p);
    private readonly double margin = Check.Positive(margin);
    private readonly double epsilon = Check.Positive(epsilon);

    /// <summary>The loss of one sample.</summary>
    /// <param name="anchor">The embedding that the others are compared with.</param>
    /// <param name="positive">An embedding of the same kind.</param>
    /// <param name="negative">An embedding of another kind.</param>
    public double Formula([Differentiable] Row anchor, [Differentiable] Row positive, [Differentiable] Row negative)
    {
        double near = Pow(Sum(Pow(Abs(anchor - positive + epsilon), p)), 1 / p);
        double far = Pow(Sum(Pow(Abs(anchor - negative + epsilon), p)), 1 / p);
        if (swap)
            far = Min(far, Pow(Sum(Pow(Abs(positive - negative + epsilon), p)), 1 / p));
        return Clamp(near - far + margin, 0, double.PositiveInfinity);
    }
}
