using System.Runtime.CompilerServices;

namespace AutoDiffCE.Simd;

/// <summary>Loads and stores of some lanes of a register, for machines without masked memory instructions.</summary>
internal static class PartialMemory
{
    /// <summary>The first count elements from source on; the other lanes are zero.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Load<TVector, T>(ref readonly T source, int count)
        where TVector : struct
        where T : unmanaged
    {
        TVector register = default;
        ref T lanes = ref Unsafe.As<TVector, T>(ref register);
        for (int i = 0; i < count; i++) Unsafe.Add(ref lanes, i) = Unsafe.Add(ref Unsafe.AsRef(in source), i);
        return register;
    }

    /// <summary>Writes the first count lanes only.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store<TVector, T>(TVector register, ref T destination, int count)
        where TVector : struct
        where T : unmanaged
    {
        ref T lanes = ref Unsafe.As<TVector, T>(ref register);
        for (int i = 0; i < count; i++) Unsafe.Add(ref destination, i) = Unsafe.Add(ref lanes, i);
    }
}
