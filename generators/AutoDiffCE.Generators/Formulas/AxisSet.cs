namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// The axes a node varies along. No axis: one value per sample. One axis: a row. Two: a value for each pair of classes.
/// Every axis runs over the classes.
/// </summary>
internal readonly record struct AxisSet(int Bits)
{
    /// <summary>The axis that rows vary along.</summary>
    public const int Row = 0;

    public static AxisSet None => default;

    public bool IsEmpty => Bits == 0;

    public int Count
    {
        get
        {
            int count = 0;
            for (int rest = Bits; rest != 0; rest &= rest - 1)
                count++;
            return count;
        }
    }

    public static AxisSet Of(int axis) => new(1 << axis);

    public bool Contains(int axis) => (Bits >> axis & 1) != 0;

    public bool ContainsAll(AxisSet other) => (other.Bits & ~Bits) == 0;

    /// <summary>The smallest axis that is not in the set.</summary>
    public int FirstFree()
    {
        int axis = 0;
        while (Contains(axis))
            axis++;
        return axis;
    }

    public IEnumerable<int> Members()
    {
        for (int axis = 0; Bits >> axis != 0; axis++)
        {
            if (Contains(axis))
                yield return axis;
        }
    }

    public static AxisSet operator |(AxisSet left, AxisSet right) => new(left.Bits | right.Bits);

    public static AxisSet operator -(AxisSet left, AxisSet right) => new(left.Bits & ~right.Bits);
}
