using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>The kernels of a loss, for one way in which its conditions on hyper-parameters turn out.</summary>
internal abstract record CompiledLoss
{
    /// <summary>All of them, in the order in which they are written.</summary>
    public abstract ImmutableArray<CompiledKernel> Kernels { get; }

    /// <summary>The one whose mathematics is that of the formula.</summary>
    public CompiledKernel Main => Kernels[0];

    /// <summary>The loss with each kernel changed.</summary>
    public abstract CompiledLoss Select(Func<CompiledKernel, CompiledKernel> change);
}

/// <summary>A formula whose labels, if there are any, stay what they are.</summary>
/// <param name="Kernel">The formula.</param>
internal sealed record PlainLoss(CompiledKernel Kernel) : CompiledLoss
{
    public override ImmutableArray<CompiledKernel> Kernels => [Kernel];

    public override CompiledLoss Select(Func<CompiledKernel, CompiledKernel> change) => new PlainLoss(change(Kernel));
}

/// <summary>A formula of a row and a label, which may become a distribution over labels.</summary>
/// <param name="Plain">The formula.</param>
/// <param name="Smoothed">Its mean under a smoothed label.</param>
/// <param name="Distribution">Its mean under a distribution; null where a label can be a class that the row has no element for.</param>
internal sealed record LabelLoss(CompiledKernel Plain, CompiledKernel Smoothed, CompiledKernel? Distribution) : CompiledLoss
{
    public override ImmutableArray<CompiledKernel> Kernels => Distribution is null ? [Plain, Smoothed] : [Plain, Smoothed, Distribution];

    public override CompiledLoss Select(Func<CompiledKernel, CompiledKernel> change) =>
        new LabelLoss(change(Plain), change(Smoothed), Distribution is null ? null : change(Distribution));
}

/// <summary>A formula that gives a row.</summary>
/// <param name="Forward">The row.</param>
/// <param name="Backward">What flows back through it.</param>
/// <param name="Both">Both at once.</param>
internal sealed record MapLoss(CompiledKernel Forward, CompiledKernel Backward, CompiledKernel Both) : CompiledLoss
{
    public override ImmutableArray<CompiledKernel> Kernels => [Forward, Backward, Both];

    public override CompiledLoss Select(Func<CompiledKernel, CompiledKernel> change) => new MapLoss(change(Forward), change(Backward), change(Both));
}
