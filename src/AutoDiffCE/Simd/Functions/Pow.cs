using System.Numerics;
using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd.Functions;

/// <summary>Powers.</summary>
/// <remarks>
/// Lane by lane through the scalar function: it needs the logarithm to some ten bits beyond its own precision, and its twenty special
/// cases are the scalar function's. Accuracy stands before speed here. Out of line, so that a pass with a power stays small.
/// </remarks>
internal static class Pow
{
    private const int MaxLanes = 16;

    /// <summary>x^y.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static V Of<V, T>(V x, V y)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> bases = stackalloc T[MaxLanes];
        Span<T> exponents = stackalloc T[MaxLanes];
        V.Store(x, ref bases[0]);
        V.Store(y, ref exponents[0]);
        for (int i = 0; i < V.Count; i++) bases[i] = T.Pow(bases[i], exponents[i]);
        return V.Load(ref bases[0]);
    }
}
