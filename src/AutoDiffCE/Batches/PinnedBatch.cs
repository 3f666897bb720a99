using System.Numerics;
using System.Runtime.CompilerServices;
using AutoDiffCE.Exact;

namespace AutoDiffCE.Batches;

/// <summary>A checked batch whose spans are pinned: all that the work on one block of samples needs.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct PinnedBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The kernel's shape.</summary>
    public KernelShape Shape;

    /// <summary>What the call asks for.</summary>
    public BatchGoal Goal;

    /// <summary>The sizes of the batch.</summary>
    public BatchSizes Sizes;

    /// <summary>What each sample weighs.</summary>
    public Weighting<T> Weighting;

    /// <summary>Finds the samples whose label weighs nothing.</summary>
    public EmptyLabels<T> EmptyLabels;

    /// <summary>What the weights are divided by on their way back: the normalizer of a mean, and 1 elsewhere.</summary>
    public double Divisor;

    /// <summary>The inputs; null beyond those there are.</summary>
    public InputPointers<T> Inputs;

    /// <summary>The gradients; null where there is none.</summary>
    public InputPointers<T> Gradients;

    /// <summary>The integer inputs.</summary>
    public LabelPointers Labels;

    /// <summary>One factor per sample, or null.</summary>
    public T* Upstream;

    /// <summary>One value per sample, or null.</summary>
    public T* Destination;

    /// <summary>How many samples one block has; a power of two.</summary>
    public int BlockSamples;

    /// <summary>Whether a gradient lies over its input and the kernel would read there after it wrote.</summary>
    public bool NeedsCopies;

    /// <summary>Whether a gradient lies over its input.</summary>
    public bool IsInPlace;

    /// <summary>Whether the precision of the call does not hold what all samples share, so that nothing was computed.</summary>
    public bool NeedsDouble;

    /// <summary>Whether samples in which something overflows are evaluated again.</summary>
    public bool HasFallback;

    /// <summary>What an input is where no derivative flows to it; null for the input itself.</summary>
    public HeldInput? Held;

    /// <summary>Whether the formula has a row.</summary>
    public readonly bool HasRow => Sizes.Classes > 0;

    /// <summary>How many blocks there are.</summary>
    public readonly int Blocks => (int)(((long)Sizes.Samples + BlockSamples - 1) / BlockSamples);

    /// <summary>Whether an input is in place although the kernel does not allow it.</summary>
    public readonly bool NeedsCopy(int input) => NeedsCopies && Inputs[input].Address == Gradients[input].Address;

    /// <summary>Where the share of a sample in an input or gradient starts.</summary>
    public readonly nint OffsetOf(int input, int sample) =>
        Shape.Inputs[input].Kind == KernelInputKind.Row ? Sizes.RowOffset(sample) : sample;

    /// <summary>Elements that a sample has in an input.</summary>
    public readonly int LengthOf(int input) => Shape.Inputs[input].Kind == KernelInputKind.Row ? Sizes.Classes : 1;

    /// <summary>Distance from one element of a sample in an input to the next.</summary>
    public readonly nint StrideOf(int input) => Shape.Inputs[input].Kind == KernelInputKind.Row ? Sizes.ClassStride : 1;

    /// <summary>What flows back into a sample of this weight; nothing where it weighs nothing, and nothing at all out of a mean over nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Share(double weight) => weight == 0 || Divisor == 0 ? 0 : weight / Divisor;

    /// <summary>Writes zeros to every gradient of a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void ClearGradients(int sample)
    {
        for (int input = 0; input < Shape.Inputs.Length; input++)
        {
            if (Gradients[input].IsNull)
                continue;
            T* gradient = Gradients[input].Address + OffsetOf(input, sample);
            int length = LengthOf(input);
            if (Sizes.ClassStride == 1 || length == 1)
            {
                new Span<T>(gradient, length).Clear();
                continue;
            }

            for (int c = 0; c < length; c++)
                gradient[c * Sizes.ClassStride] = T.Zero;
        }
    }
}
