using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The largest whole number that is not above another.</summary>
internal static class Floor
{
    /// <summary>⌊x⌋ for float and double; zeros keep their sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // The nearest one is it, or one too many.
        V nearest = V.Round(x);
        return nearest - V.And(V.LessThan(x, nearest), V.Create(1));
    }
}
