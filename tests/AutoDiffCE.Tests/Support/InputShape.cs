namespace AutoDiffCE.Tests.Support;

/// <summary>One floating-point input of a loss.</summary>
/// <param name="IsRow">Whether it has one number per class, and not one per sample.</param>
/// <param name="Domain">What the numbers may be.</param>
/// <param name="IsDifferentiable">Whether there is a gradient by it.</param>
internal sealed record InputShape(bool IsRow, Domain Domain, bool IsDifferentiable)
{
    public static InputShape Row { get; } = new(true, Domain.Real, true);

    public static InputShape Scalar { get; } = new(false, Domain.Real, true);

    public InputShape Fixed(Domain domain = Domain.Real) => this with { Domain = domain, IsDifferentiable = false };
}
