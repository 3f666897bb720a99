namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>
/// A number as plain C# computes it in a precision, and a bound for its distance from the exact one: running error analysis. Each operation
/// rounds once, each function by two units, and the argument of a function may be rounded once more than where it came from, since
/// a rewritten formula has other intermediate results; a sum may be added up in any order. So the bound is what the
/// condition of the formula, as it was written, costs at these inputs. What is certain to lie beyond the largest number is infinite, without an error.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Error">The bound; NaN or infinite where there is none.</param>
/// <param name="IsExact">Whether the number is the exact one, as inputs, whole numbers and their sums are: comparisons of such numbers are decided.</param>
/// <param name="IsShared">Whether all samples share it.</param>
/// <typeparam name="F">The precision.</typeparam>
internal readonly partial record struct Bounded<F>(double Value, double Error, bool IsExact, bool IsShared) : INumber<Bounded<F>>
    where F : IFormat
{
    private const double UnitOfDouble = 1.0 / (1L << 53);

    public bool IsZero => Value == 0 && IsExact;

    public bool IsInfinite => false;

    public bool IsUnknown => double.IsNaN(Value) || (!IsExact && !(double.IsFinite(Value) && double.IsFinite(Error)));

    public static Bounded<F> Of(double value, bool isShared) => new(value, 0, true, isShared);

    public static Bounded<F> Unshared(Bounded<F> x) => x.Narrowed();

    public static Bounded<F> Rounded(Bounded<F> x) => x with { Error = x.Error + (F.Unit * Math.Abs(x.Value)), IsExact = x.IsZero };

    public static Bounded<F> operator -(Bounded<F> x) => x with { Value = -x.Value };

    public static Bounded<F> operator +(Bounded<F> x, Bounded<F> y)
    {
        Match(ref x, ref y);
        double sum = x.Value + y.Value;
        double back = sum - x.Value;
        bool isExact = x.IsExact && y.IsExact && (double.IsInfinity(sum) ? double.IsInfinity(x.Value) || double.IsInfinity(y.Value)
            : x.Value - (sum - back) + (y.Value - back) == 0);
        return Rounded(sum, x.Error + y.Error, isExact, x.IsShared);
    }

    public static Bounded<F> Joined(Bounded<F> x, Bounded<F> y)
    {
        Bounded<F> sum = x + y;
        // Whole numbers cancel; their multiples are rounded.
        return sum.IsZero && x.Value != 0 ? sum with { Error = F.Unit * (Math.Abs(x.Value) + Math.Abs(y.Value)), IsExact = false } : sum;
    }

    public static Bounded<F> operator *(Bounded<F> x, Bounded<F> y)
    {
        // A factor that is zero cancels what overflowed from finite inputs.
        if ((x.IsZero && !double.IsNaN(y.Value) && !y.IsUnlimited) || (y.IsZero && !double.IsNaN(x.Value) && !x.IsUnlimited))
        {
            double sign = Math.CopySign(1, x.Value) * Math.CopySign(1, y.Value);
            return new Bounded<F>(Math.CopySign(0, sign), 0, true, x.IsShared && y.IsShared);
        }
        Match(ref x, ref y);
        double product = x.Value * y.Value;
        double error = Times(Math.Abs(x.Value), y.Error) + Times(Math.Abs(y.Value), x.Error) + Times(x.Error, y.Error);
        if (x.IsBeyond && Math.Abs(y.Value) - y.Error < 1 || y.IsBeyond && Math.Abs(x.Value) - x.Error < 1)
            error = double.NaN;
        bool isExact = x.IsExact && y.IsExact && (!double.IsFinite(product) ? !double.IsFinite(x.Value) || !double.IsFinite(y.Value)
            : Math.FusedMultiplyAdd(x.Value, y.Value, -product) == 0 && (product != 0 || x.Value == 0 || y.Value == 0));
        return Rounded(product, error, isExact, x.IsShared);
    }

    public static Bounded<F> operator /(Bounded<F> x, Bounded<F> y)
    {
        Match(ref x, ref y);
        double quotient = x.Value / y.Value;
        bool isWhole = quotient != 0 && Math.FusedMultiplyAdd(quotient, y.Value, -x.Value) == 0;
        bool isExact = x.IsExact && y.IsExact && (isWhole || x.IsUnlimited || y.IsUnlimited || x.Value == 0 || y.Value == 0);
        double smallest = Math.Abs(y.Value) - y.Error;
        double error = isExact && x.Error == 0 && y.Error == 0 ? 0
            : smallest > 0 ? (x.Error + Times(Math.Abs(quotient), y.Error)) / smallest : double.PositiveInfinity;
        if (x.IsBeyond && !(Math.Abs(y.Value) + y.Error <= 1))
            error = double.NaN;
        if (y.IsBeyond)
            error += Math.Abs(x.Value) / F.Largest;
        return Rounded(quotient, error, isExact, x.IsShared);
    }

    public static Bounded<F> Monotone(string name, Bounded<F> x)
    {
        double unit = x.IsShared ? UnitOfDouble : F.Unit;
        double result = Plain.Function(name, x.Value);
        double slack = x.IsUnlimited ? 0 : x.Error + (unit * Math.Abs(x.Value));
        double above = Distance(Plain.Function(name, x.Value + slack), result), below = Distance(Plain.Function(name, x.Value - slack), result);
        double error = slack == 0 ? 0 : Math.Max(above, below);
        // A logarithm or a root comes back from beyond.
        if (x.IsBeyond)
            error = name is "Log" or "LogP1" or "Sqrt" or "Asinh" or "Acosh" or "Cbrt" or "Digamma" ? double.NaN : 0;
        bool isLimit = x.IsExact && (x.IsUnlimited || x.Value == 0) && (!double.IsFinite(result) || result == Math.Round(result));
        return Rounded(result, error + (2 * unit * Math.Abs(result)), isLimit, x.IsShared);
    }

    public static Bounded<F> Power(Bounded<F> x, Bounded<F> p)
    {
        Match(ref x, ref p);
        double unit = x.IsShared ? UnitOfDouble : F.Unit;
        double result = Math.Pow(x.Value, p.Value);
        double slack = x.Error + (unit * Math.Abs(x.Value));
        // A whole exponent that is exact stays whole; its rounding is felt by the magnitude.
        double error = 0;
        foreach (double at in (ReadOnlySpan<double>)[x.Value - slack, x.Value + slack])
        {
            bool isWhole = p.IsExact && p.Value == Math.Round(p.Value);
            error = Math.Max(error, Distance(Math.Pow(at, p.Value), result));
            double exponent = p.Error + (unit * Math.Abs(p.Value));
            foreach (double power in (ReadOnlySpan<double>)[p.Value - exponent, p.Value + exponent])
            {
                error = Math.Max(error, isWhole
                    ? Distance(Math.Pow(Math.Abs(at), power), Math.Abs(result))
                    : Distance(Math.Pow(at, power), result));
            }
        }
        // Off by more than it is, it may be at the pole.
        bool isNearPole = p.Value < 0 && x.Value != 0 && slack > Math.Abs(x.Value);
        if (isNearPole || (x.IsBeyond && !(p.Value >= 1)))
            error = double.NaN;
        bool isExact = x.IsExact && p.IsExact && (p.Value == 0 || (x.Value == 0 && p.Value > 0) || x.Value == 1);
        return Rounded(result, isExact ? 0 : error + (2 * unit * Math.Abs(result)), isExact, x.IsShared);
    }

    public static Bounded<F> Norm(ReadOnlySpan<Bounded<F>> row)
    {
        double[] values = new double[row.Length];
        double errors = 0;
        bool areZero = true;
        bool areShared = true;
        for (int i = 0; i < row.Length; i++)
        {
            values[i] = row[i].Value;
            errors += row[i].Error;
            areZero &= row[i].IsZero;
            areShared &= row[i].IsShared;
        }
        double norm = LossMath.Norm(values);
        return Rounded(norm, errors + ((row.Length + 4) * F.Unit * norm), areZero, areShared);
    }

    public static Bounded<F> Sum(ReadOnlySpan<Bounded<F>> terms)
    {
        Bounded<F> sum = Of(0, true);
        double magnitude = 0;
        foreach (Bounded<F> term in terms)
        {
            sum += term;
            magnitude += Math.Abs(term.Value);
        }
        double unit = sum.IsShared ? UnitOfDouble : F.Unit;
        return double.IsFinite(sum.Value) ? sum with { Error = sum.Error + (terms.Length * unit * magnitude) } : sum;
    }

    public static Bounded<F> Larger(Bounded<F> x, Bounded<F> y)
    {
        if (double.IsNaN(x.Value) || double.IsNaN(y.Value))
            return Of(double.NaN, false);
        bool isOpen = IsOpen(x, y);
        Match(ref x, ref y);
        Bounded<F> larger = x.Value < y.Value ? y : x;
        return isOpen ? larger with { Error = Math.Max(x.Error, y.Error), IsExact = false } : larger;
    }

    public static bool operator <(Bounded<F> x, Bounded<F> y) => x.Value < y.Value;

    public static bool operator >(Bounded<F> x, Bounded<F> y) => x.Value > y.Value;

    public static bool IsEqual(Bounded<F> x, Bounded<F> y) => x.Value == y.Value;

    public static bool IsOpen(Bounded<F> x, Bounded<F> y)
    {
        Match(ref x, ref y);
        if (double.IsNaN(x.Value) || double.IsNaN(y.Value))
            return true;
        return !(x.IsExact && y.IsExact) && !(Math.Abs(x.Value - y.Value) > x.Error + y.Error);
    }

    public double ToDouble() => Value;

    private bool IsUnlimited => IsExact && double.IsInfinity(Value);

    // What is shared is narrowed where it meets a sample.
    private static void Match(ref Bounded<F> x, ref Bounded<F> y)
    {
        if (x.IsShared == y.IsShared)
            return;
        x = x.Narrowed();
        y = y.Narrowed();
    }

    private Bounded<F> Narrowed()
    {
        if (!IsShared)
            return this;
        double narrow = F.Round(Value);
        bool isExact = IsExact && narrow.Equals(Value);
        if (double.IsInfinity(narrow) && !(IsExact && double.IsInfinity(Value)))
            return new Bounded<F>(narrow, double.IsFinite(Error) ? 0 : double.NaN, false, false);
        return new Bounded<F>(narrow, isExact && Error == 0 ? 0 : Error + (F.Unit * Math.Abs(Value)) + Underflow(narrow, false), isExact, false);
    }

    private static Bounded<F> Rounded(double value, double error, bool isExact, bool isShared)
    {
        double unit = isShared ? UnitOfDouble : F.Unit;
        double rounded = isShared ? value : F.Round(value);
        isExact &= rounded.Equals(value) || (double.IsNaN(value) && double.IsNaN(rounded));
        if (double.IsInfinity(rounded) && isExact)
            return new Bounded<F>(rounded, 0, true, isShared);
        if (double.IsInfinity(rounded))
            return new Bounded<F>(rounded, double.IsFinite(error) ? 0 : double.NaN, false, isShared);
        double own = (unit * Math.Abs(rounded)) + Underflow(rounded, isExact, isShared);
        return new Bounded<F>(rounded, error + own, isExact, isShared);
    }

    private static double Underflow(double value, bool isExact, bool isShared = false)
    {
        double smallest = isShared ? DoubleFormat.SmallestNormal : F.SmallestNormal;
        return (isExact && value == 0) || !(Math.Abs(value) < smallest) ? 0 : smallest;
    }

    /// <summary>Whether the exact number is finite, and certain to be larger than there are.</summary>
    private bool IsBeyond => !IsExact && double.IsInfinity(Value) && double.IsFinite(Error);

    private static double Distance(double x, double y) => x.Equals(y) ? 0 : Math.Abs(x - y);

    // No error of an infinite operand is no error.
    private static double Times(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
}
