namespace AutoDiffCE;

/// <summary>
/// Asks for the gradient with respect to what it marks. On parameters of a formula it replaces the usual choice, which is the first
/// floating-point parameter; on a hyper-parameter it adds to it.
/// </summary>
/// <remarks>
/// A marked input named x gets a span <c>xGradient</c>; a marked scalar hyper-parameter gets an <c>out</c> argument, summed over the
/// batch.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class DifferentiableAttribute : Attribute;
