namespace AutoDiffCE.Batches;

/// <summary>Memory for one block of samples, handed out piece by piece. Nobody gives back: it ends with the call.</summary>
internal unsafe struct Scratch(byte* start)
{
    /// <summary>Every piece starts on a boundary of so many bytes: no register of it crosses a line of the cache.</summary>
    public const int Alignment = 64;

    private byte* next = (byte*)RoundUp((nuint)start);

    /// <summary>The bytes that a piece takes, at most.</summary>
    public static long BytesFor<TElement>(long count)
        where TElement : unmanaged =>
        (long)RoundUp((nuint)(count * sizeof(TElement)));

    /// <summary>A piece of memory with arbitrary content.</summary>
    public TElement* Take<TElement>(long count)
        where TElement : unmanaged
    {
        byte* taken = next;
        next += BytesFor<TElement>(count);
        return (TElement*)taken;
    }

    private static nuint RoundUp(nuint value) => (value + Alignment - 1) & ~(nuint)(Alignment - 1);
}
