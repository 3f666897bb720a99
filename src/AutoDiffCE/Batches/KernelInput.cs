using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>One floating-point input of a kernel.</summary>
/// <param name="Name">The name of the parameter, for messages.</param>
/// <param name="Kind">What it holds for each sample.</param>
/// <param name="IsDifferentiable">Whether it has a gradient.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record KernelInput(string Name, KernelInputKind Kind, bool IsDifferentiable)
{
    /// <summary>The name of the parameter that takes its gradient, or of what stands in for one, for messages.</summary>
    public string GradientName { get; init; } = Name + "Gradient";
}
