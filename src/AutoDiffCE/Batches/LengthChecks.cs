using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Batches;

/// <summary>Lengths of what a call passes beside its inputs.</summary>
internal static class LengthChecks
{
    /// <summary>Checks gradients, destination, upstream, sample weights and class weights.</summary>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Check<T>(KernelShape shape, scoped in BatchSizes sizes, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (batch.Goal.HasGradient())
            CheckGradients(shape, batch);
        if (batch.Goal.HasUpstream())
            RequireOnePerSample(batch.Upstream.Length, sizes.Samples, "upstream", "");
        if (batch.Goal.HasDestination())
            RequireOnePerSample(batch.Destination.Length, sizes.Samples, "destination", "");
        if (!batch.Options.SampleWeights.IsEmpty)
            RequireOnePerSample(batch.Options.SampleWeights.Length, sizes.Samples, Mismatch.Options, "SampleWeights");
        if (!batch.ClassWeights.IsEmpty && UsesClassWeights(shape, sizes))
            CheckClassWeights(batch.ClassWeights.Length, shape.LabelClasses(0, sizes.Classes));
    }

    /// <summary>Throws unless a span has one element for each sample.</summary>
    /// <param name="length">What the span has.</param>
    /// <param name="samples">What it must have.</param>
    /// <param name="parameter">The parameter that holds the span.</param>
    /// <param name="member">The member of the parameter that is the span, or nothing.</param>
    public static void RequireOnePerSample(int length, int samples, string parameter, string member)
    {
        if (length == samples)
            return;
        string name = member.Length > 0 ? member : parameter;
        throw Mismatch.Of(parameter, $"{name} has {length} elements, which is not one for each of {samples} samples.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CheckGradients<T>(KernelShape shape, scoped in BatchCall<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < shape.Inputs.Length; input++)
        {
            int length = batch.Gradient(input).Length;
            int expected = batch.Input(input).Length;
            if (!shape.Inputs[input].IsDifferentiable || length == expected)
                continue;
            string name = shape.Inputs[input].Name;
            string gradient = shape.Inputs[input].GradientName;
            throw Mismatch.Of(gradient, $"{gradient} has {length} elements, and {name} has {expected}.");
        }
    }

    private static bool UsesClassWeights(KernelShape shape, scoped in BatchSizes sizes) =>
        sizes.Classes > 0 && shape.LabelRole != LabelRole.Unweighted;

    private static void CheckClassWeights(int length, int classes)
    {
        if (length != classes)
        {
            throw Mismatch.Of(
                nameof(LabelLoss.ClassWeights), $"ClassWeights has {length} elements, which is not one for each of {classes} classes.");
        }
    }
}
