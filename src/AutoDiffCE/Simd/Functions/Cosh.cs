using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>The hyperbolic cosine.</summary>
/// <remarks>
/// With h = e^(|x| − 1), cosh x = e/2 h + 1/(2e) / h: h is in range wherever the result is, since e/2 is above 1. Far out nothing is lost in |x| − 1; below 2,
/// what is lost is below half a unit in the last place of 1, and so is the error that it makes.
/// </remarks>
internal static class Cosh
{
    /// <summary>cosh x for float and double, within 2.5 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V, T>(V x)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V h = V.Exp(V.Abs(x) - V.Create(1));
        return V.MultiplyAdd(h, V.Create(1.3591409142295225), V.Create(0.18393972058572117) / h);
    }
}
