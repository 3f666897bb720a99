namespace AutoDiffCE;

/// <summary>One truth value per class: what a comparison of rows gives, and what <c>Where</c> and <c>Count</c> take.</summary>
public readonly struct RowMask
{
    private readonly bool[]? flags;

    /// <summary>A mask of these flags, which are copied.</summary>
    /// <param name="flags">One per class.</param>
    public RowMask(ReadOnlySpan<bool> flags) => this.flags = flags.ToArray();

    private RowMask(bool[] flags) => this.flags = flags;

    /// <summary>The number of classes; 0 for <c>default</c>.</summary>
    public int Length => flags?.Length ?? 0;

    /// <summary>The flag of class number <paramref name="index"/>.</summary>
    /// <param name="index">0 to Length − 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public bool this[int index] => AsSpan()[index];

    /// <summary>The flag of a class, counted from the start or from the end.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public bool this[Index index] => AsSpan()[index];

    /// <summary>The flags, to read.</summary>
    public ReadOnlySpan<bool> AsSpan() => flags;

    /// <summary>For <c>foreach</c>.</summary>
    public ReadOnlySpan<bool>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <summary>Class by class: both.</summary>
    public static RowMask operator &(RowMask left, RowMask right) => Combine(left, right, static (l, r) => l & r);

    /// <summary>Class by class: either.</summary>
    public static RowMask operator |(RowMask left, RowMask right) => Combine(left, right, static (l, r) => l | r);

    /// <summary>Class by class: one of the two, not both.</summary>
    public static RowMask operator ^(RowMask left, RowMask right) => Combine(left, right, static (l, r) => l ^ r);

    /// <summary>Class by class: the opposite.</summary>
    public static RowMask operator !(RowMask mask) => Generate(mask.Length, c => !mask[c]);

    /// <summary>The flags in brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", flags ?? [])}]";

    internal static RowMask Generate(int length, Func<int, bool> flag)
    {
        var flags = new bool[length];
        for (int c = 0; c < length; c++) flags[c] = flag(c);
        return new RowMask(flags);
    }

    private static RowMask Combine(RowMask left, RowMask right, Func<bool, bool, bool> combine)
    {
        Row.RequireSameLength(left.Length, right.Length);
        return Generate(left.Length, c => combine(left[c], right[c]));
    }
}
