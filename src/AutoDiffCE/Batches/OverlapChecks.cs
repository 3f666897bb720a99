using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoDiffCE.Batches;

/// <summary>
/// What a call writes must not lie over what it still reads. The one exception is a gradient exactly over its own input, which costs
/// no memory of its own.
/// </summary>
internal static class OverlapChecks
{
    private const int NoInput = -1;

    /// <summary>Checks all that is written against all that is read or written.</summary>
    /// <exception cref="ArgumentException">Two spans share memory that must not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Check<T>(KernelShape shape, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < shape.Inputs.Length && batch.Goal.HasGradient(); input++)
        {
            if (shape.Inputs[input].IsDifferentiable)
                CheckWritten<T>(shape, batch, batch.Gradient(input), input);
        }

        if (batch.Goal.HasDestination())
            CheckWritten<T>(shape, batch, batch.Destination, NoInput);
    }

    /// <summary>Whether the gradient of an input lies exactly over it.</summary>
    public static bool IsInPlace<T>(scoped in BatchCall<T> batch, int input)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        !batch.Gradient(input).IsEmpty && batch.Input(input) == batch.Gradient(input);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckWritten<T>(
        KernelShape shape, scoped in BatchCall<T> batch, scoped ReadOnlySpan<T> written, int writtenInput)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < shape.Inputs.Length; input++)
        {
            bool inPlace = input == writtenInput && IsInPlace(batch, input);
            if (!inPlace && Overlap(written, batch.Input(input)))
                ThrowOverlap(shape, writtenInput, shape.Inputs[input].Name);
            bool another = input != writtenInput && shape.Inputs[input].IsDifferentiable && batch.Goal.HasGradient();
            if (another && Overlap(written, (ReadOnlySpan<T>)batch.Gradient(input)))
                ThrowOverlap(shape, writtenInput, shape.Inputs[input].GradientName);
        }

        for (int label = 0; label < shape.Labels.Length; label++)
        {
            if (Overlap(written, batch.Label(label)))
                ThrowOverlap(shape, writtenInput, shape.Labels[label]);
        }

        if (batch.Goal.HasUpstream() && Overlap(written, batch.Upstream))
            ThrowOverlap(shape, writtenInput, "upstream");
        if (Overlap(written, batch.Options.SampleWeights))
            ThrowOverlap(shape, writtenInput, "options.SampleWeights");
    }

    // In bytes, and without the limit of two billion of them that a span of bytes would have.
    private static bool Overlap<TLeft, TRight>(scoped ReadOnlySpan<TLeft> left, scoped ReadOnlySpan<TRight> right)
        where TLeft : unmanaged
        where TRight : unmanaged
    {
        if (left.IsEmpty || right.IsEmpty)
            return false;
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<TLeft, byte>(ref MemoryMarshal.GetReference(left)),
            ref Unsafe.As<TRight, byte>(ref MemoryMarshal.GetReference(right)));
        nuint leftBytes = (nuint)left.Length * (nuint)Unsafe.SizeOf<TLeft>();
        nuint rightBytes = (nuint)right.Length * (nuint)Unsafe.SizeOf<TRight>();
        return distance >= 0 ? (nuint)distance < leftBytes : (nuint)(-distance) < rightBytes;
    }

    private static void ThrowOverlap(KernelShape shape, int writtenInput, string other)
    {
        string written = writtenInput == NoInput ? "destination" : shape.Inputs[writtenInput].GradientName;
        throw Mismatch.Of(written, $"{written} overlaps {other}; only a gradient exactly over its own input may.");
    }
}
