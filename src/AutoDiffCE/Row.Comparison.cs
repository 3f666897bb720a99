namespace AutoDiffCE;

// Comparisons are class by class, as everything between rows is. As in all of IEEE arithmetic NaN is unequal to everything, itself
// included, and neither smaller nor larger; whole rows are compared with Equals.
public readonly partial struct Row
{
    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator <(Row left, Row right) => Compare(left, right, static (l, r) => l < r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator <(Row left, double right) => RowMask.Generate(left.Length, c => left[c] < right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator <(double left, Row right) => RowMask.Generate(right.Length, c => left < right[c]);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator <=(Row left, Row right) => Compare(left, right, static (l, r) => l <= r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator <=(Row left, double right) => RowMask.Generate(left.Length, c => left[c] <= right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator <=(double left, Row right) => RowMask.Generate(right.Length, c => left <= right[c]);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator >(Row left, Row right) => Compare(left, right, static (l, r) => l > r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator >(Row left, double right) => RowMask.Generate(left.Length, c => left[c] > right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator >(double left, Row right) => RowMask.Generate(right.Length, c => left > right[c]);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator >=(Row left, Row right) => Compare(left, right, static (l, r) => l >= r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator >=(Row left, double right) => RowMask.Generate(left.Length, c => left[c] >= right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator >=(double left, Row right) => RowMask.Generate(right.Length, c => left >= right[c]);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator ==(Row left, Row right) => Compare(left, right, static (l, r) => l == r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator ==(Row left, double right) => RowMask.Generate(left.Length, c => left[c] == right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator ==(double left, Row right) => RowMask.Generate(right.Length, c => left == right[c]);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static RowMask operator !=(Row left, Row right) => Compare(left, right, static (l, r) => l != r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator !=(Row left, double right) => RowMask.Generate(left.Length, c => left[c] != right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static RowMask operator !=(double left, Row right) => RowMask.Generate(right.Length, c => left != right[c]);

    private static RowMask Compare(Row left, Row right, Func<double, double, bool> compare)
    {
        RequireSameLength(left.Length, right.Length);
        return RowMask.Generate(left.Length, c => compare(left[c], right[c]));
    }
}
