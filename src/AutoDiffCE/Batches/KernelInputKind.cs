using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>What one floating-point input holds for each sample.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum KernelInputKind
{
    /// <summary>One number.</summary>
    Scalar,

    /// <summary>One number for each class.</summary>
    Row,
}
