namespace AutoDiffCE;

/// <summary>
/// What may be said about batches that is no span. It converts to <see cref="BatchOptions{T}"/>, which a lambda cannot capture and no await may come between: this
/// can be a field, be captured, and be used for one batch after the other.
/// </summary>
/// <remarks>
/// <c>loss.Value(logits, labels, settings)</c>, or <c>new(settings) { SampleWeights = weights }</c> for a batch that has weights, too. Nothing is checked here, but by
/// the call that gets it.
/// </remarks>
public sealed record BatchSettings
{
    /// <inheritdoc cref="BatchOptions{T}.Normalizer"/>
    public double? Normalizer { get; init; }

    /// <inheritdoc cref="BatchOptions{T}.Classes"/>
    public int Classes { get; init; }

    /// <inheritdoc cref="BatchOptions{T}.Inner"/>
    public int Inner { get; init; } = 1;

    /// <inheritdoc cref="BatchOptions{T}.RowStride"/>
    public int RowStride { get; init; }

    /// <inheritdoc cref="BatchOptions{T}.DegreeOfParallelism"/>
    public int DegreeOfParallelism { get; init; }
}
