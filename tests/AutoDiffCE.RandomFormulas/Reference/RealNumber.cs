using AutoDiffCE.Generators.Tests.HighPrecision;

namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>Numbers of 1600 bits: no rounding that a double could tell, no overflow.</summary>
internal readonly struct RealNumber(Real value) : INumber<RealNumber>
{
    private const int MaxKnown = 10_000;

    // What takes milliseconds, and is asked of the same sample for each label.
    [ThreadStatic]
    private static Dictionary<(string Name, Real X, Real Y), Real>? known;

    public Real Value { get; } = value;

    public bool IsZero => Value.IsZero;

    public bool IsUnknown => Value.IsNaN;

    public static RealNumber Of(double value, bool isShared) => new(value);

    public static RealNumber Unshared(RealNumber x) => x;

    public static RealNumber Rounded(RealNumber x) => x;

    public static RealNumber operator -(RealNumber x) => new(-x.Value);

    public static RealNumber operator +(RealNumber x, RealNumber y) => new(x.Value + y.Value);

    public static RealNumber Joined(RealNumber x, RealNumber y) => x + y;

    public static RealNumber operator *(RealNumber x, RealNumber y) => new(x.Value * y.Value);

    public static RealNumber operator /(RealNumber x, RealNumber y) => new(x.Value / y.Value);

    public static RealNumber Monotone(string name, RealNumber x) => new(Monotone(name, x.Value));

    public static RealNumber Wave(string name, RealNumber x) => new(name == "Sin" ? Real.Sin(x.Value) : Real.Cos(x.Value));

    public static RealNumber Step(string name, RealNumber x) => new(name switch
    {
        "Floor" => Real.Floor(x.Value),
        "Ceiling" => Real.Ceiling(x.Value),
        "Round" => Real.Round(x.Value),
        _ => Real.Truncate(x.Value),
    });

    public static RealNumber Angle(RealNumber y, RealNumber x) => new(Real.Atan2(y.Value, x.Value));

    public static RealNumber Beta(string name, RealNumber x, RealNumber y) =>
        new(Once(name, x.Value, y.Value, () => name == "LogBeta" ? Real.LogBeta(x.Value, y.Value) : Real.DigammaGap(x.Value, y.Value)));

    public static RealNumber Power(RealNumber x, RealNumber p) => new(Real.Power(x.Value, p.Value));

    public static RealNumber Norm(ReadOnlySpan<RealNumber> row)
    {
        Real squares = Real.Zero;
        foreach (RealNumber x in row)
            squares += x.Value * x.Value;
        return new(Real.Sqrt(squares));
    }

    public static RealNumber Sum(ReadOnlySpan<RealNumber> terms)
    {
        Real sum = Real.Zero;
        foreach (RealNumber term in terms)
            sum += term.Value;
        return new(sum);
    }

    public static RealNumber Larger(RealNumber x, RealNumber y) => x.IsUnknown || y.IsUnknown ? new(Real.NaN) : x.Value < y.Value ? y : x;

    public static bool operator <(RealNumber x, RealNumber y) => x.Value < y.Value;

    public static bool operator >(RealNumber x, RealNumber y) => x.Value > y.Value;

    public static bool IsEqual(RealNumber x, RealNumber y) => !x.IsUnknown && x.Value == y.Value;

    public static bool IsOpen(RealNumber x, RealNumber y) => x.IsUnknown || y.IsUnknown;

    public bool IsInfinite => !Value.IsFinite && !Value.IsNaN;

    public double ToDouble() => Value.ToDouble();

    private static Real Monotone(string name, Real x) => name switch
    {
        "Exp" => Real.Exp(x),
        "ExpM1" => Real.Exp(x) - 1,
        "Log" => Real.Log(x),
        "LogP1" => Real.Log(x + 1),
        "Sqrt" => x.Sign < 0 ? Real.NaN : Real.Sqrt(x),
        "Tanh" => (2 * Sigmoid(x * 2)) - 1,
        "Sinh" => Real.Sinh(x),
        "Cosh" => Real.Cosh(x),
        "Asinh" => Real.Asinh(x),
        "Acosh" => Real.Acosh(x),
        "Atanh" => Real.Atanh(x),
        "Asin" => Real.Asin(x),
        "Acos" => Real.Acos(x),
        "Atan" => Real.Atan(x),
        "Cbrt" => Real.Cbrt(x),
        "NormalPdf" => Real.NormalPdf(x),
        "NormalCdf" => Real.NormalCdf(x),
        "LogNormalCdf" => Real.LogNormalCdf(x),
        "InverseMills" => Real.InverseMills(x),
        "Log1mExp" => Real.Log(Real.One - Real.Exp(x)),
        "LogGamma" => Once(name, x, Real.Zero, () => Real.LogGamma(x)),
        "Digamma" => Once(name, x, Real.Zero, () => Real.Digamma(x)),
        "Trigamma" => Once(name, x, Real.Zero, () => Real.Trigamma(x)),
        "Tetragamma" => Once(name, x, Real.Zero, () => Real.Tetragamma(x)),
        "Sigmoid" => Sigmoid(x),
        "Softplus" => Softplus(x),
        "LogSigmoid" => -Softplus(-x),
        "LogCosh" => LogCosh(x),
        "Erf" => Erf(x),
        "Erfc" => Real.One - Erf(x),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a monotone function."),
    };

    private static Real Once(string name, Real x, Real y, Func<Real> compute)
    {
        known ??= [];
        if (known.TryGetValue((name, x, y), out Real value))
            return value;
        if (known.Count == MaxKnown)
            known.Clear();
        return known[(name, x, y)] = compute();
    }

    // 1 / (1 + e^−x)
    private static Real Sigmoid(Real x) => Real.One / (Real.Exp(-x) + 1);

    // log(1 + e^x), and x where e^x has no bounds
    private static Real Softplus(Real x) => Real.Exp(x) is { IsFinite: true } exponential ? Real.Log(exponential + 1) : x;

    // log((e^|x| + e^−|x|) / 2)
    private static Real LogCosh(Real x)
    {
        Real magnitude = Real.Abs(x);
        return magnitude.IsFinite ? magnitude + Real.Log((Real.Exp(-magnitude * 2) + 1) / 2) : magnitude;
    }

    // 2/√π e^(−x²) (x + 2x³/3 + 4x⁵/(3·5) + …), whose terms have one sign; beyond 33, e^(−x²) has no bit within 1600
    private static Real Erf(Real x)
    {
        if (x.IsNaN)
            return x;
        if (!x.IsFinite || Real.Abs(x) > 33)
            return x.Sign;
        Real square = x * x;
        Real term = x;
        Real sum = x;
        for (int n = 1; term.Sign != 0 && Real.Abs(term) > Real.Abs(sum) * Real.PowerOfTwo(-1700); n++)
        {
            term = term * square * 2 / ((2 * n) + 1);
            sum += term;
        }
        return Real.Exp(-square) * sum * 2 / Real.Sqrt(Real.Pi);
    }
}
