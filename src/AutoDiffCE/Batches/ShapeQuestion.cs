namespace AutoDiffCE.Batches;

/// <summary>A call that asks what the kernel of a loss takes: the driver answers in place of running it.</summary>
internal sealed class ShapeQuestion
{
    /// <summary>What the kernel takes; null as long as no driver was reached.</summary>
    public KernelShape? Answer { get; set; }
}
