using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE;

/// <summary>
/// A loss that compares predictions with targets of the same shape: pairs of scalars (<see cref="ElementwiseLoss"/>) or pairs of rows
/// (<see cref="RowLoss"/>).
/// </summary>
public abstract class TargetLoss : Loss
{
    private protected TargetLoss()
    {
    }

    /// <summary>The loss of the batch: Σ weight · loss over its samples, divided by the normalizer if the reduction is the mean.</summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <remarks>
    /// <see cref="Reduction.Sum"/>: Σᵢ wᵢ·ℓᵢ. <see cref="Reduction.Mean"/>: (Σᵢ wᵢ·ℓᵢ) / normalizer. wᵢ is the sample weight, and the
    /// normalizer is Σᵢ wᵢ unless the loss says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.Value, prediction, target, options)).Reduce(this);

    /// <inheritdoc cref="Value(ReadOnlySpan{float}, ReadOnlySpan{float}, BatchOptions{float})"/>
    public virtual double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Value, prediction, target, options)).Reduce(this);

    /// <summary>The loss of the batch and its gradient with respect to <paramref name="prediction"/>, in one go.</summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="predictionGradient">As long as <paramref name="prediction"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0, whose gradient is 0.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// The gradient is that of the value this returns, so for a mean it has been divided by the normalizer. wᵢ is the sample weight, and
    /// the normalizer is Σᵢ wᵢ unless the loss says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual float ValueAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.ValueAndGradient, prediction, target, options) with { Gradient0 = predictionGradient }).Reduce(this);

    /// <inheritdoc cref="ValueAndGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, BatchOptions{float})"/>
    public virtual double ValueAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValueAndGradient, prediction, target, options) with { Gradient0 = predictionGradient }).Reduce(this);

    /// <summary>The loss of each sample, times its weight; nothing is reduced.</summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="destination">One per sample; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>A sample of weight 0 gives 0, also where its loss is infinite or NaN.</remarks>
    public virtual void Values(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, prediction, target, options) with { Destination = destination });

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, BatchOptions{float})"/>
    public virtual void Values(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, prediction, target, options) with { Destination = destination });

    /// <summary>The loss of each sample, and the gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="prediction"/>.</summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="upstream">
    /// One factor per sample: the derivative of the end result by the loss of that sample. An upstream of 0 takes the sample out of the
    /// gradient.
    /// </param>
    /// <param name="destination">One per sample; overwritten.</param>
    /// <param name="predictionGradient">As long as <paramref name="prediction"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>The upstream does not enter the values. A sample of weight 0 gives 0, also where its loss is infinite or NaN.</remarks>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, prediction, target, options) with { Upstream = upstream, Destination = destination, Gradient0 = predictionGradient });

    /// <inheritdoc cref="ValuesAndGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, Span{float},
    /// BatchOptions{float})"/>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, prediction, target, options) with { Upstream = upstream, Destination = destination, Gradient0 = predictionGradient });

    /// <summary>
    /// The gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="prediction"/>, where valueᵢ is what <c>Values</c> gives for
    /// sample i.
    /// </summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="upstream">
    /// One factor per sample: the derivative of the end result by the loss of that sample. An upstream of 0 takes the sample out of the
    /// gradient.
    /// </param>
    /// <param name="predictionGradient">As long as <paramref name="prediction"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// An upstream of 1/normalizer for every sample gives the gradient of the mean. A sample of weight 0 gives 0, also where its loss is
    /// infinite or NaN.
    /// </remarks>
    public virtual void Backward(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, prediction, target, options) with { Upstream = upstream, Gradient0 = predictionGradient });

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, BatchOptions{float})"/>
    public virtual void Backward(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, prediction, target, options) with { Upstream = upstream, Gradient0 = predictionGradient });

    /// <summary>
    /// The loss of the batch before the division: its sum and its normalizer, which merge over the parts of a larger batch.
    /// </summary>
    /// <param name="prediction">One scalar per sample, or one row.</param>
    /// <param name="target">As long as <paramref name="prediction"/>: what the prediction should have been.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>Both; what <see cref="Loss.Reduction"/> says does not matter here.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <remarks>
    /// wᵢ is the sample weight, and the normalizer is Σᵢ wᵢ unless the loss says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual LossTotal Total(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, prediction, target, options)).ToTotal();

    /// <inheritdoc cref="Total(ReadOnlySpan{float}, ReadOnlySpan{float}, BatchOptions{float})"/>
    public virtual LossTotal Total(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, prediction, target, options)).ToTotal();

    private static BatchCall<T> CallOf<T>(BatchGoal goal, ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new() { Goal = goal, Input0 = prediction, Input1 = target, Options = options };
}
