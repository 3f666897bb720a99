using System.Numerics;
using AutoDiffCE.Batches;

namespace AutoDiffCE;

// One label per sample.
public abstract partial class LabelLoss
{
    /// <summary>The loss of the batch: Σ weight · loss over its samples, divided by the normalizer if the reduction is the mean.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// <see cref="Reduction.Sum"/>: Σᵢ wᵢ·ℓᵢ. <see cref="Reduction.Mean"/>: (Σᵢ wᵢ·ℓᵢ) / normalizer. wᵢ is the sample weight, ℓᵢ contains
    /// the class weights, and the normalizer is Σᵢ wᵢ·classWeight[labelᵢ] over the samples that are not ignored, unless the loss says
    /// <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual float Value(ReadOnlySpan<float> logits, ReadOnlySpan<int> label, BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.Value, logits, label, options)).Reduce(this);

    /// <inheritdoc cref="Value(ReadOnlySpan{float}, ReadOnlySpan{int}, BatchOptions{float})"/>
    public virtual double Value(ReadOnlySpan<double> logits, ReadOnlySpan<int> label, BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Value, logits, label, options)).Reduce(this);

    /// <summary>The loss of the batch and its gradient with respect to <paramref name="logits"/>, in one go.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="logitsGradient">As long as <paramref name="logits"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>The loss; <see cref="Loss.EmptyMean"/> for a mean whose normalizer is 0, whose gradient is 0.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// The gradient is that of the value this returns, so for a mean it has been divided by the normalizer. wᵢ is the sample weight, ℓᵢ
    /// contains the class weights, and the normalizer is Σᵢ wᵢ·classWeight[labelᵢ] over the samples that are not ignored, unless the loss
    /// says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual float ValueAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        (float)RunKernel(CallOf(BatchGoal.ValueAndGradient, logits, label, options) with { Gradient0 = logitsGradient }).Reduce(this);

    /// <inheritdoc cref="ValueAndGradient(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, BatchOptions{float})"/>
    public virtual double ValueAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValueAndGradient, logits, label, options) with { Gradient0 = logitsGradient }).Reduce(this);

    /// <summary>The loss of each sample, times its weight; nothing is reduced.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="destination">One per sample; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>An ignored sample, or one of weight 0, gives 0, also where its logits are infinite or NaN.</remarks>
    public virtual void Values(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        Span<float> destination,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, logits, label, options) with { Destination = destination });

    /// <inheritdoc cref="Values(ReadOnlySpan{float}, ReadOnlySpan{int}, Span{float}, BatchOptions{float})"/>
    public virtual void Values(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        Span<double> destination,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Values, logits, label, options) with { Destination = destination });

    /// <summary>The loss of each sample, and the gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="logits"/>.</summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
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
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// The upstream does not enter the values. An ignored sample, or one of weight 0, gives 0, also where its logits are infinite or NaN.
    /// </remarks>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, logits, label, options) with { Upstream = upstream, Destination = destination, Gradient0 = logitsGradient });

    /// <inheritdoc cref="ValuesAndGradient(ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float}, Span{float},
    /// BatchOptions{float})"/>
    public virtual void ValuesAndGradient(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.ValuesAndGradient, logits, label, options) with { Upstream = upstream, Destination = destination, Gradient0 = logitsGradient });

    /// <summary>
    /// The gradient of Σᵢ upstreamᵢ·valueᵢ with respect to <paramref name="logits"/>, where valueᵢ is what <c>Values</c> gives for sample
    /// i.
    /// </summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="upstream">
    /// One factor per sample: the derivative of the end result by the loss of that sample. An upstream of 0 takes the sample out of the
    /// gradient.
    /// </param>
    /// <param name="logitsGradient">As long as <paramref name="logits"/>, which it may be; overwritten.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, or a destination partly overlaps another span. Nothing has been written then.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// An upstream of 1/normalizer for every sample gives the gradient of the mean. An ignored sample, or one of weight 0, gives 0, also
    /// where its logits are infinite or NaN.
    /// </remarks>
    public virtual void Backward(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<float> upstream,
        Span<float> logitsGradient,
        BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, logits, label, options) with { Upstream = upstream, Gradient0 = logitsGradient });

    /// <inheritdoc cref="Backward(ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float}, Span{float}, BatchOptions{float})"/>
    public virtual void Backward(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> label,
        ReadOnlySpan<double> upstream,
        Span<double> logitsGradient,
        BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Backward, logits, label, options) with { Upstream = upstream, Gradient0 = logitsGradient });

    /// <summary>
    /// The loss of the batch before the division: its sum and its normalizer, which merge over the parts of a larger batch.
    /// </summary>
    /// <param name="logits">One row per sample, of as many elements as there are classes.</param>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="options">What else there is to say about the batch.</param>
    /// <returns>Both; what <see cref="Loss.Reduction"/> says does not matter here.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. Nothing has been written then.
    /// </exception>
    /// <remarks>
    /// wᵢ is the sample weight, ℓᵢ contains the class weights, and the normalizer is Σᵢ wᵢ·classWeight[labelᵢ] over the samples that are
    /// not ignored, unless the loss says <see cref="MeanOver.Samples"/> or the options give one.
    /// </remarks>
    public virtual LossTotal Total(ReadOnlySpan<float> logits, ReadOnlySpan<int> label, BatchOptions<float> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, logits, label, options)).ToTotal();

    /// <inheritdoc cref="Total(ReadOnlySpan{float}, ReadOnlySpan{int}, BatchOptions{float})"/>
    public virtual LossTotal Total(ReadOnlySpan<double> logits, ReadOnlySpan<int> label, BatchOptions<double> options = default) =>
        RunKernel(CallOf(BatchGoal.Total, logits, label, options)).ToTotal();

    /// <summary>
    /// What the mean of a batch divides by, from labels and weights alone: for one mean over parts that are computed one after the other, before the
    /// first of them is.
    /// </summary>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <returns>Σᵢ classWeight[labelᵢ] over the samples that are not ignored, or their number if the loss says <see cref="MeanOver.Samples"/>.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A label that is not ignored is not a class. The classes are those of the class weights or <see cref="Loss.Classes"/>; where neither tells, labels are at
    /// least 0.
    /// </exception>
    /// <remarks>It is the <see cref="LossTotal.Normalizer"/> of <c>Total</c>, without the logits.</remarks>
    public double Normalizer(ReadOnlySpan<int> label) => Normalizer(label, default(BatchOptions<double>));

    /// <inheritdoc cref="Normalizer(ReadOnlySpan{int})"/>
    /// <param name="label">The class of each sample; <see cref="IgnoreIndex"/> for a sample that does not count.</param>
    /// <param name="options">Sample weights, and what else there is to say about the batch.</param>
    /// <returns>
    /// Σᵢ wᵢ·classWeight[labelᵢ] over the samples that are not ignored, wᵢ being the sample weight, or their number if the loss says
    /// <see cref="MeanOver.Samples"/>; the normalizer of the options where they give one.
    /// </returns>
    public double Normalizer(ReadOnlySpan<int> label, BatchOptions<float> options) =>
        RunKernel(CallOf(BatchGoal.Normalizer, [], label, options)).Normalizer;

    /// <inheritdoc cref="Normalizer(ReadOnlySpan{int}, BatchOptions{float})"/>
    public double Normalizer(ReadOnlySpan<int> label, BatchOptions<double> options) =>
        RunKernel(CallOf(BatchGoal.Normalizer, [], label, options)).Normalizer;

    private BatchCall<T> CallOf<T>(BatchGoal goal, ReadOnlySpan<T> logits, ReadOnlySpan<int> label, BatchOptions<T> options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Goal = goal,
            Input0 = logits,
            Label0 = label,
            ClassWeights = ClassWeights.AsSpan(),
            LabelSmoothing = LabelSmoothing,
            IgnoreIndex = IgnoreIndex,
            Options = options,
        };
}
