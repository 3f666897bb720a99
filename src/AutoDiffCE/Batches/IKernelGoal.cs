using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>What a kernel computes, known to the just-in-time compiler: what is not asked for is left out of the code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernelGoal
{
    /// <summary>Whether gradients are written, or the values alone.</summary>
    static abstract bool HasGradient { get; }
}

/// <summary>The value of each sample.</summary>
internal readonly struct ValueGoal : IKernelGoal
{
    /// <inheritdoc/>
    public static bool HasGradient => false;
}

/// <summary>The value of each sample, and its gradient.</summary>
internal readonly struct GradientGoal : IKernelGoal
{
    /// <inheritdoc/>
    public static bool HasGradient => true;
}
