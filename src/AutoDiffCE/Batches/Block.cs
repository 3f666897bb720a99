using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoDiffCE.Batches;

/// <summary>The per-sample numbers of one block of samples. A register may be loaded or stored at each of them, the last one included.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct Block<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double* weights;

    // Whether every sample weighs 1, and nothing has to be asked of it.
    private readonly bool isUniform;

    /// <summary>Takes its memory from a scratch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Block(ref Scratch scratch, in PinnedBatch<T> batch, int samples)
    {
        samples += BlockSizes.MaxLanes;
        weights = scratch.Take<double>(samples);
        Upstream = scratch.Take<T>(samples);
        Values = scratch.Take<T>(samples);
        for (int label = 0; label < batch.Shape.Labels.Length; label++)
            Labels[label] = new Pointer<int>(scratch.Take<int>(samples));
        isUniform = batch.Weighting.IsUniform;
        if (isUniform && !batch.Goal.HasUpstream())
        {
            T upstream = T.CreateTruncating(batch.Share(1));
            new Span<T>(Upstream, samples).Fill(upstream);
            HasZeroUpstream = upstream == T.Zero;
        }
    }

    /// <summary>The first sample.</summary>
    public int First { get; private set; }

    /// <summary>How many samples there are.</summary>
    public int Count { get; private set; }

    /// <summary>What flows back into each sample, its weight included.</summary>
    public T* Upstream { get; }

    /// <summary>The value of each sample, before its weight: the kernel writes it.</summary>
    public T* Values { get; }

    /// <summary>The integer inputs, with 0 in place of a label that is ignored.</summary>
    public LabelPointers Labels;

    /// <summary>Whether some sample has an upstream of 0, so that its gradient is 0 whatever the kernel wrote.</summary>
    public bool HasZeroUpstream { get; private set; }

    /// <summary>Whether the kernel can pass over some sample.</summary>
    public bool HasIdle { get; private set; }

    /// <summary>The bytes of scratch that a block takes, at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long BytesFor(in PinnedBatch<T> batch, int samples)
    {
        samples += BlockSizes.MaxLanes;
        return Scratch.BytesFor<double>(samples) + (2 * Scratch.BytesFor<T>(samples))
            + (batch.Shape.Labels.Length * Scratch.BytesFor<int>(samples));
    }

    /// <summary>Whether the kernel can pass over a sample: nothing it writes is asked for.</summary>
    public readonly bool IsIdle(BatchGoal goal, int index) =>
        goal == BatchGoal.Backward ? Upstream[index] == T.Zero : !isUniform && weights[index] == 0;

    /// <summary>Fills in what goes into the kernel.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">The first sample.</param>
    /// <param name="count">The samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(in PinnedBatch<T> batch, int first, int count)
    {
        First = first;
        Count = count;
        for (int label = 0; label < batch.Shape.Labels.Length; label++)
        {
            var labels = new Span<int>(Labels[label].Address, count + BlockSizes.MaxLanes);
            new ReadOnlySpan<int>(batch.Labels[label].Address + first, count).CopyTo(labels);
            // lanes without a sample look up class 0
            labels[count..].Clear();
        }

        if (!isUniform)
            LoadWeights(batch);
        else if (batch.Goal.HasUpstream())
            LoadUpstream(batch);
    }

    /// <summary>Makes of the kernel's values what was asked for.</summary>
    /// <returns>The weighted sum of the block; 0 where none was asked for.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly double Finish(in PinnedBatch<T> batch)
    {
        if (batch.Goal == BatchGoal.Backward || batch.Goal.HasRows())
            return 0;
        if (!isUniform)
            Weigh();
        if (batch.Goal.HasSum())
            return isUniform ? Summation.Sum(Values, Count) : Summation.Sum(weights, Count);
        if (isUniform)
            new ReadOnlySpan<T>(Values, Count).CopyTo(new Span<T>(batch.Destination + First, Count));
        else
            StoreWeighed(batch.Destination + First);
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Weigh()
    {
        for (int index = 0; index < Count; index++)
            weights[index] = Strong.Product(weights[index], double.CreateTruncating(Values[index]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void StoreWeighed(T* destination)
    {
        for (int index = 0; index < Count; index++)
            destination[index] = T.CreateTruncating(weights[index]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadUpstream(in PinnedBatch<T> batch)
    {
        new ReadOnlySpan<T>(batch.Upstream + First, Count).CopyTo(new Span<T>(Upstream, Count));
        HasZeroUpstream = HasZero(Upstream, Count);
        HasIdle = batch.Goal == BatchGoal.Backward && HasZeroUpstream;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LoadWeights(in PinnedBatch<T> batch)
    {
        batch.Weighting.Load(First, Count, weights);
        if (batch.Upstream == null)
        {
            for (int index = 0; index < Count; index++)
                Upstream[index] = T.CreateTruncating(batch.Share(weights[index]));
        }
        else
        {
            // a weight or upstream of 0 stays 0 whatever it meets
            T* upstream = batch.Upstream + First;
            for (int index = 0; index < Count; index++)
                Upstream[index] = weights[index] == 0 || upstream[index] == T.Zero ? T.Zero : Times(weights[index], upstream[index]);
        }

        HasZeroUpstream = HasZero(Upstream, Count);
        HasIdle = HasZeroUpstream && (batch.Goal == BatchGoal.Backward || HasZero(weights, Count));
        if (batch.Shape.Labels.Length > 0)
            batch.Weighting.ReplaceIgnored(new Span<int>(Labels[0].Address, Count));
    }

    private static T Times(double weight, T upstream) => T.CreateTruncating(weight * double.CreateTruncating(upstream));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasZero<TNumber>(TNumber* numbers, int count)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int index = 0;
        for (; index <= count - Vector512<TNumber>.Count; index += Vector512<TNumber>.Count)
        {
            if (Vector512.EqualsAny(Vector512.Load(numbers + index), Vector512<TNumber>.Zero))
                return true;
        }

        for (; index < count; index++)
        {
            if (numbers[index] == TNumber.Zero)
                return true;
        }

        return false;
    }
}
