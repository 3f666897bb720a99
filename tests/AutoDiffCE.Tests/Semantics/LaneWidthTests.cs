using System.Globalization;
using System.Runtime.Intrinsics;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Widths;

namespace AutoDiffCE.Tests.Semantics;

/// <summary>The width that the numeric tests of this process run at.</summary>
public class LaneWidthTests
{
    [Fact]
    public void The_lane_width_is_the_one_asked_for()
    {
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
        string? asked = Environment.GetEnvironmentVariable(WidthTests.ExpectedWidth);
        Assert.Equal(asked is null ? widest : int.Parse(asked, CultureInfo.InvariantCulture), LaneWidth.Bits);
    }
}
