using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>Every label must be a class, before anything is written.</summary>
internal static class LabelChecks
{
    /// <summary>Checks the labels that index a row, and counts the samples that are ignored.</summary>
    /// <returns>How many labels of the first integer input are the ignored one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label that is not ignored is not a class.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Check<T>(Loss loss, KernelShape shape, int classes, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int ignored = 0;
        for (int label = 0; label < shape.Labels.Length; label++)
        {
            bool mayIgnore = label == 0 && shape.LabelRole != LabelRole.None && batch.IgnoreIndex is not null;
            int ignoreIndex = mayIgnore ? batch.IgnoreIndex!.Value : 0;
            int bound = shape.LabelClasses(label, classes);
            bool isClass = shape.IsClassIndex.Length > label && shape.IsClassIndex[label];
            if (mayIgnore)
                ignored = batch.Label(label).Count(ignoreIndex);
            if (isClass && AnyOutside(batch.Label(label), bound, mayIgnore, ignoreIndex))
                ThrowFirst(batch.Label(label), bound, mayIgnore, ignoreIndex, shape, label, SizeDeduction.Explain(loss, shape, batch));
        }

        return ignored;
    }

    // Looking at all instead of stopping at the first: the loop is free of branches and runs at the speed of memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AnyOutside(ReadOnlySpan<int> labels, int classes, bool mayIgnore, int ignoreIndex)
    {
        var bound = new Vector<uint>((uint)classes);
        var ignoredLabel = new Vector<int>(ignoreIndex);
        Vector<int> ignorable = mayIgnore ? Vector<int>.AllBitsSet : Vector<int>.Zero;
        Vector<int> outside = Vector<int>.Zero;
        int index = 0;
        for (; index <= labels.Length - Vector<int>.Count; index += Vector<int>.Count)
        {
            var label = new Vector<int>(labels[index..]);
            Vector<int> isOutside = Vector.AsVectorInt32(Vector.GreaterThanOrEqual(Vector.AsVectorUInt32(label), bound));
            outside |= Vector.AndNot(isOutside, Vector.Equals(label, ignoredLabel) & ignorable);
        }

        bool any = outside != Vector<int>.Zero;
        for (; index < labels.Length; index++)
            any |= IsOutside(labels[index], classes, mayIgnore, ignoreIndex);
        return any;
    }

    private static bool IsOutside(int label, int classes, bool mayIgnore, int ignoreIndex) =>
        (uint)label >= (uint)classes && !(mayIgnore && label == ignoreIndex);

    private static void ThrowFirst(
        ReadOnlySpan<int> labels, int classes, bool mayIgnore, int ignoreIndex, KernelShape shape, int input, string deduction)
    {
        int sample = 0;
        while (!IsOutside(labels[sample], classes, mayIgnore, ignoreIndex))
            sample++;
        int label = labels[sample];
        string name = shape.Labels[input];
        // One beyond the last is what an ordinal loss has.
        string advice = label == classes && shape.MayWiden(input)
            ? FormattableString.Invariant($" If labels run from 0 to {classes}, mark the parameter [Label(ExtraClasses = {shape.LabelClasses(input, 0) + 1})].")
            : "";
        throw Mismatch.OutOfRange(name, label, $"The {name} of sample {sample} is {label}, which is not one of the {classes} classes.{deduction}{advice}");
    }
}
