using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>
/// A few samples of all inputs and gradients, laid out as samples along the lanes want them: the classes one after the other, each with its
/// samples side by side.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct Tile<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int samples;
    private InputPointers<T> inputs;
    private InputPointers<T> gradients;

    /// <summary>Takes its memory from a scratch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Tile(ref Scratch scratch, in PinnedBatch<T> batch)
    {
        samples = BlockSizes.TileSamples(batch.Sizes);
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            long elements = (long)samples * batch.LengthOf(input);
            inputs[input] = new Pointer<T>(scratch.Take<T>(elements));
            if (!batch.Gradients[input].IsNull)
                gradients[input] = new Pointer<T>(scratch.Take<T>(elements));
        }
    }

    /// <summary>The bytes of scratch that a tile takes, at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long BytesFor(in PinnedBatch<T> batch)
    {
        int samples = BlockSizes.TileSamples(batch.Sizes);
        long bytes = 0;
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            long each = Scratch.BytesFor<T>((long)samples * batch.LengthOf(input));
            bytes += batch.Gradients[input].IsNull ? each : 2 * each;
        }

        return bytes;
    }

    /// <summary>How many of the remaining samples go into the tile next: whole registers as long as there are any.</summary>
    public readonly int CountFor(int remaining, int lanes)
    {
        int count = Math.Min(remaining, samples);
        return count < lanes ? count : count & -lanes;
    }

    /// <summary>Brings samples in, and points a frame at them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Load(in PinnedBatch<T> batch, in Block<T> block, ref Frame<T> frame, int start, int count)
    {
        frame.ClassStride = samples;
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            T* tile = inputs[input].Address;
            T* source = batch.Inputs[input].Address;
            if (batch.Shape.Inputs[input].Kind == KernelInputKind.Row)
                Transposition.Load(source, batch.Sizes, block.First + start, count, tile, samples);
            else
                new ReadOnlySpan<T>(source + block.First + start, count).CopyTo(new Span<T>(tile, count));
            Pad(tile, batch.LengthOf(input), count, frame.Samples);
            frame.Inputs[input] = inputs[input];
            if (!gradients[input].IsNull)
                frame.Gradients[input] = gradients[input];
        }
    }

    /// <summary>Brings the gradients of samples out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Store(in PinnedBatch<T> batch, in Block<T> block, int start, int count)
    {
        for (int input = 0; input < batch.Shape.Inputs.Length; input++)
        {
            if (gradients[input].IsNull)
                continue;
            T* tile = gradients[input].Address;
            T* destination = batch.Gradients[input].Address;
            if (batch.Shape.Inputs[input].Kind == KernelInputKind.Row)
                Transposition.Store(tile, samples, destination, batch.Sizes, block.First + start, count);
            else
                new ReadOnlySpan<T>(tile, count).CopyTo(new Span<T>(destination + block.First + start, count));
        }
    }

    // Lanes without a sample hold zeros: what a kernel makes of them is thrown away, but it must not depend on old memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Pad(T* tile, int classes, int count, int padded)
    {
        for (int c = 0; c < classes && count < padded; c++)
            new Span<T>(tile + ((nint)c * samples) + count, padded - count).Clear();
    }
}
