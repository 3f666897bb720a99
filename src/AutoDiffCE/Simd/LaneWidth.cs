using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace AutoDiffCE.Simd;

/// <summary>The register width kernels run at on this machine.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneWidth
{
    /// <summary>512, 256 or 128 bits, the widest the machine computes with at full speed; 0 where there are no vector registers.</summary>
    /// <remarks>The just-in-time compiler knows it as a constant, so that a choice between widths costs nothing.</remarks>
    public static int Bits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
