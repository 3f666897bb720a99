using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE;

// A label distribution (soft target) per sample in place of a label: with q the distribution, w the class weights and f the formula,
// the loss of a sample is Σ_c q_c·w_c·f(logits, c). Label smoothing ε makes q' = (1−ε)·q + ε/C of it. No sample is ignored.
public abstract partial class LabelLoss
{
    /// <summary>The loss of the batch: Σ weight · loss over its samples, divided by the normalizer if the reduction is the mean.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <remarks>
    /// <see cref="Reduction.Sum"/>: Σᵢ wᵢ·ℓᵢ. <see cref="Reduction.Mean"/>: (Σᵢ wᵢ·ℓᵢ) / normalizer. wᵢ is the sample weight, ℓᵢ contains
    /// the class weights, and the normalizer is Σᵢ wᵢ, unless the loss says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual float Value(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.Value, logits, labelDistribution, classes, options)).Reduce(this);

    /// <inheritdoc cref="Value(ReadOnlySpan{float}, ReadOnlySpan{float}, int, BatchOptions{float})"/>
    public virtual double Value(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Value, logits, labelDistribution, classes, options)).Reduce(this);

    /// <summary>The loss of the batch and its gradient with respect to <paramref name="logits"/>, in one go.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="logitsGradient">As long as <paramref name="logits"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0, whose gradient is 0.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// The gradient is that of the value this returns, so for a mean it has been divided by the normalizer. wᵢ is the sample weight, ℓᵢ
    /// contains the class weights, and the normalizer is Σᵢ wᵢ, unless the loss says <see cref="MeanOver.Samples"/> or the options give
    /// one.
    /// </remarks>
    public virtual float ValueAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.ValueAndGradient, logits, labelDistribution, classes, options) with { Gradient0 = logitsGradient }).Reduce(this);

    /// <inheritdoc cref="ValueAndGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, int, Span{float}, BatchOptions{float})"/>
    public virtual double ValueAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValueAndGradient, logits, labelDistribution, classes, options) with { Gradient0 = logitsGradient }).Reduce(this);

    /// <summary>The loss of each sample, times its weight; nothing is reduced.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="destination">One per sample; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>A sample of weight 0 gives 0, also where its loss is infinite or NaN.</remarks>
    public virtual void Values(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, logits, labelDistribution, classes, options) with { Destination = destination });

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, ReadOnlySpan{float}, int, Span{float}, BatchOptions{float})"/>
    public virtual void Values(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, logits, labelDistribution, classes, options) with { Destination = destination });

    /// <summary>The loss of each sample, and the gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="logits"/>.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="upstream">
    /// One factor per sample: the derivative of the end result by the loss of that sample. An upstream of 0 takes the sample out of the
    /// gradient.
    /// </param>
    /// <param name="destination">One per sample; overwritten.</param>
    /// <param name="logitsGradient">As long as <paramref name="logits"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>The upstream does not enter the values. A sample of weight 0 gives 0, also where its loss is infinite or NaN.</remarks>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, logits, labelDistribution, classes, options) with { Upstream = upstream, Destination = destination, Gradient0 = logitsGradient });

    /// <inheritdoc cref="ValuesAndGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, int, ReadOnlySpan{float}, Span{float}, Span{float},
    /// BatchOptions{float})"/>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, logits, labelDistribution, classes, options) with { Upstream = upstream, Destination = destination, Gradient0 = logitsGradient });

    /// <summary>
    /// The gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="logits"/>, where valueᵢ is what <c>Values</c> gives for sample
    /// i.
    /// </summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="upstream">
    /// One factor per sample: the derivative of the end result by the loss of that sample. An upstream of 0 takes the sample out of the
    /// gradient.
    /// </param>
    /// <param name="logitsGradient">As long as <paramref name="logits"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// An upstream of 1/normalizer for every sample gives the gradient of the mean. A sample of weight 0 gives 0, also where its loss is
    /// infinite or NaN.
    /// </remarks>
    public virtual void Backward(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        ReadOnlySpan<float> upstream,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, logits, labelDistribution, classes, options) with { Upstream = upstream, Gradient0 = logitsGradient });

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{float}, int, ReadOnlySpan{float}, Span{float}, BatchOptions{float})"/>
    public virtual void Backward(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        ReadOnlySpan<double> upstream,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, logits, labelDistribution, classes, options) with { Upstream = upstream, Gradient0 = logitsGradient });

    /// <summary>
    /// The loss of the batch before the division: its sum and its normalizer, which merge over the parts of a larger batch.
    /// </summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="labelDistribution">
    /// One row per sample: how probable each class is. It is taken as given, so it need not add up to 1, and a class of probability 0
    /// gives 0 also where its loss is infinite.
    /// </param>
    /// <param name="classes">The elements of a row, at least 1.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>Both; what <see cref="Loss.Reduction"/> says does not matter here.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <remarks>
    /// wᵢ is the sample weight, ℓᵢ contains the class weights, and the normalizer is Σᵢ wᵢ, unless the loss says <see
    /// cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual LossTotal Total(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> labelDistribution,
        int classes,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, logits, labelDistribution, classes, options)).ToTotal();

    /// <inheritdoc cref="Total(ReadOnlySpan{float}, ReadOnlySpan{float}, int, BatchOptions{float})"/>
    public virtual LossTotal Total(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> labelDistribution,
        int classes,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, logits, labelDistribution, classes, options)).ToTotal();

    private BatchCall<T> CallOf<T>(BatchGoal goal, ReadOnlySpan<T> logits, ReadOnlySpan<T> labelDistribution, int classes, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Goal = goal,
            Input0 = logits,
            Input1 = labelDistribution,
            HasLabelDistribution = true,
            Classes = classes,
            ClassWeights = ClassWeights.AsSpan(),
            LabelSmoothing = LabelSmoothing,
            Options = options,
        };
}
