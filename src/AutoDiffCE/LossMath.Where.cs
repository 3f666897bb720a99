namespace AutoDiffCE;

// A choice between two values. Both are evaluated, as arguments of C# are; in a compiled formula the one not chosen adds nothing to value
// and gradient, whatever it is.
public static partial class LossMath
{
    /// <summary>The first where the condition holds, the second elsewhere.</summary>
    /// <remarks>
    /// Derivative: that of the chosen one; the other contributes exactly 0, also where it is infinite or NaN. A condition has no
    /// derivative.
    /// </remarks>
    public static double Where(bool condition, double then, double otherwise) => condition ? then : otherwise;

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="ArgumentException">The lengths are different.</exception>
    public static Row Where(bool condition, Row then, Row otherwise)
    {
        Row.RequireSameLength(then.Length, otherwise.Length);
        return condition ? then : otherwise;
    }

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static Row Where(bool condition, Row then, double otherwise) =>
        condition ? then : Row.Generate(then.Length, _ => otherwise);

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static Row Where(bool condition, double then, Row otherwise) =>
        condition ? Row.Generate(otherwise.Length, _ => then) : otherwise;

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="ArgumentException">The lengths are different.</exception>
    public static Row Where(RowMask mask, Row then, Row otherwise)
    {
        Row.RequireSameLength(mask.Length, then.Length);
        Row.RequireSameLength(mask.Length, otherwise.Length);
        return Row.Generate(mask.Length, c => mask[c] ? then[c] : otherwise[c]);
    }

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="ArgumentException">The lengths are different.</exception>
    public static Row Where(RowMask mask, Row then, double otherwise)
    {
        Row.RequireSameLength(mask.Length, then.Length);
        return Row.Generate(mask.Length, c => mask[c] ? then[c] : otherwise);
    }

    /// <inheritdoc cref="Where(bool, double, double)"/>
    /// <exception cref="ArgumentException">The lengths are different.</exception>
    public static Row Where(RowMask mask, double then, Row otherwise)
    {
        Row.RequireSameLength(mask.Length, otherwise.Length);
        return Row.Generate(mask.Length, c => mask[c] ? then : otherwise[c]);
    }

    /// <inheritdoc cref="Where(bool, double, double)"/>
    public static Row Where(RowMask mask, double then, double otherwise) =>
        Row.Generate(mask.Length, c => mask[c] ? then : otherwise);
}
