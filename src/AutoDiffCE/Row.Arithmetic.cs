namespace AutoDiffCE;

public readonly partial struct Row
{
    /// <summary>Class by class.</summary>
    public static Row operator -(Row row) => row.Map(static x => -x);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator +(Row left, Row right) => Combine(left, right, static (l, r) => l + r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator +(Row left, double right) => left.Map(l => l + right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator +(double left, Row right) => right.Map(r => left + r);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator -(Row left, Row right) => Combine(left, right, static (l, r) => l - r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator -(Row left, double right) => left.Map(l => l - right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator -(double left, Row right) => right.Map(r => left - r);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator *(Row left, Row right) => Combine(left, right, static (l, r) => l * r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator *(Row left, double right) => left.Map(l => l * right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator *(double left, Row right) => right.Map(r => left * r);

    /// <summary>Class by class.</summary>
    /// <exception cref="ArgumentException">The rows have different lengths.</exception>
    public static Row operator /(Row left, Row right) => Combine(left, right, static (l, r) => l / r);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator /(Row left, double right) => left.Map(l => l / right);

    /// <summary>Class by class, with the same scalar for each.</summary>
    public static Row operator /(double left, Row right) => right.Map(r => left / r);
}
