using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>
/// Judges one number of a kernel. It may be as far from the exact one as plain C# in the same precision may be, a few times over, for a kernel takes
/// other steps. Where plain C# has no digits left, or overflows, the kernel is excused and counted; where it has a number, the kernel has
/// to have one.
/// </summary>
internal static class Measure
{
    /// <summary>How often the bound of plain C# may be used up: vector functions round twice as much, and a rewrite takes other steps.</summary>
    private const double Factor = 4;

    /// <summary>How near to the largest or smallest number a result may be that a product of its factors in another order does not reach.</summary>
    private const double Reserve = 256;

    public static Verdict Judge<F>(double computed, Bounded<F> plain, double scale, Func<double> exact)
        where F : IFormat
    {
        if (scale == 0)
            return computed == 0 ? new Verdict(false, "compared") : new Verdict(true, "not zero where the weight is zero");
        double expected = plain.Value * scale;
        double allowed = (Factor * plain.Error * Math.Abs(scale)) + (Factor * 2 * F.Unit * Math.Abs(expected)) + (Factor * F.SmallestNormal);
        // A bound that is no number says nothing of the digits of plain C#.
        if (plain.IsUnknown || double.IsNaN(plain.Error) || allowed > F.Largest)
            return WherePlainFails<F>(computed, scale, exact());
        if (double.IsInfinity(plain.Value))
            return new Verdict(false, computed.Equals(expected) ? "compared" : "excused: a limit, where plain C# is infinite");
        if (Math.Abs(computed - expected) <= allowed)
        {
            bool hasDigits = plain.Error < 1e-3 * Math.Abs(plain.Value) || Math.Abs(plain.Value) < F.SmallestNormal || plain.Error == 0;
            return new Verdict(false, hasDigits ? "compared" : "excused: digits that plain C# loses, too");
        }
        double right = exact() * scale;
        if (!double.IsFinite(right))
            return new Verdict(false, "excused: undefined");
        if (Math.Abs(computed - right) <= allowed)
            return new Verdict(false, "compared");
        if (Math.Abs(right) > F.Largest)
            return new Verdict(false, "excused: the result is beyond the largest number");
        if (double.IsInfinity(computed) && Math.Abs(right) > F.Largest / Reserve)
            return new Verdict(false, "excused: the result is almost the largest number");
        if (Math.Abs(computed) < F.SmallestNormal && Math.Abs(right) < F.SmallestNormal * Reserve)
            return new Verdict(false, "excused: the result is almost the smallest number");
        string kind = double.IsFinite(computed) ? "wrong" : double.IsNaN(computed) ? "NaN where plain C# is finite" : "infinite where plain C# is finite";
        return new Verdict(true, kind, right, allowed);
    }

    private static Verdict WherePlainFails<F>(double computed, double scale, double exact)
        where F : IFormat
    {
        double right = exact * scale;
        if (double.IsNaN(exact))
            return new Verdict(false, "excused: undefined");
        if (!(Math.Abs(right) <= F.Largest))
            return new Verdict(false, "excused: the result is beyond the largest number");
        if (Math.Abs(computed - right) <= (1e-3 * Math.Abs(right)) + F.SmallestNormal)
            return new Verdict(false, "compared where plain C# overflows");
        return new Verdict(false, double.IsFinite(computed) ? "excused: overflow that plain C# has, too (finite)" : "excused: overflow that plain C# has, too");
    }
}
