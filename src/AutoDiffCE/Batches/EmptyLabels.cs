using System.Numerics;

namespace AutoDiffCE.Batches;

/// <summary>
/// Finds the samples whose label weighs every class with 0: a distribution of zeros, or one that is 0 wherever the class weights are not. They add nothing,
/// whatever their logits are. A kernel finds that itself as long as all is finite, and only where it is not is anything looked for.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct EmptyLabels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // null where the label is a class, and where smoothing gives a share to every class
    private readonly T* distribution;

    // null where every class weighs 1
    private readonly double* classWeights;

    private readonly bool areAll;

    /// <summary>Asks what a call's labels are.</summary>
    /// <param name="shape">The kernel's shape.</param>
    /// <param name="batch">The call.</param>
    /// <param name="distribution">The label distribution, if the call has one.</param>
    /// <param name="classWeights">The class weights, or null.</param>
    public EmptyLabels(KernelShape shape, scoped in BatchCall<T> batch, T* distribution, double* classWeights)
    {
        bool isSmoothed = batch.LabelSmoothing > 0;
        this.distribution = batch.HasLabelDistribution && !isSmoothed ? distribution : null;
        this.classWeights = classWeights;
        areAll = isSmoothed && classWeights != null && shape.LabelRole != LabelRole.Unweighted && !batch.ClassWeights.ContainsAnyExcept(0);
    }

    /// <summary>Whether there may be any.</summary>
    public bool MayBeAny => areAll || distribution != null;

    /// <summary>Gives those samples of a block the value and the gradient 0.</summary>
    public void Clear(in PinnedBatch<T> batch, in Block<T> block)
    {
        for (int index = 0; MayBeAny && index < block.Count; index++)
        {
            if (!areAll && !IsEmpty(distribution + batch.Sizes.RowOffset(block.First + index), batch.Sizes.Classes, batch.Sizes.ClassStride))
                continue;
            block.Values[index] = T.Zero;
            if (batch.Goal.HasGradient())
                batch.ClearGradients(block.First + index);
        }
    }

    private bool IsEmpty(T* shares, int classes, nint stride)
    {
        for (int c = 0; c < classes; c++)
        {
            if (shares[c * stride] != T.Zero && (classWeights == null || classWeights[c] != 0))
                return false;
        }
        return true;
    }
}
