using System.Numerics;

namespace AutoDiffCE.Exact;

/// <summary>
/// Power series of numbers in fixed point: whole numbers of units of 2^−bits. An argument may be off by the number of units that is said where it is
/// taken; bounds of errors are in units as well.
/// </summary>
internal static class Series
{
    /// <summary>By how many bits an argument is reduced before its series is summed: halvings cost a multiplication each, and save a few terms.</summary>
    public static int Reduction(int precision) => 3 + (int)(0.7 * Math.Sqrt(precision));

    /// <summary>
    /// e^r for 0 ≤ r &lt; 0.7, which is off by up to five units: (Σ (r/2^h)^n / n!)^(2^h) with h halvings, at least three. See
    /// <see cref="ExpErrorBits"/> for the error.
    /// </summary>
    public static BigInteger Exp(BigInteger r, int bits, int halvings)
    {
        BigInteger one = BigInteger.One << bits;
        BigInteger sum = one;
        for (int n = TermsOfExp(bits, halvings); n >= 1; n--) sum = one + ((r * sum) >> (bits + halvings)) / n;
        for (int i = 0; i < halvings; i++) sum = (sum * sum) >> bits;
        return sum;
    }

    /// <summary>
    /// The binary logarithm of a bound of the error of <see cref="Exp"/>. Before the squarings, at most 3 units come from rounding (2 in each step, and
    /// a small fraction of those of the step before), 2 from the terms left out, 5/2^h from the argument; the value is at least 1. A squaring doubles
    /// the relative error and adds one unit: 2^h (5 + 5/2^h + 1) in the end, below 8 · 2^h; and the value is below 2.1, so 2^(h + 5) is a bound.
    /// </summary>
    public static int ExpErrorBits(int halvings) => halvings + 5;

    /// <summary>
    /// (e^x − 1)/x = Σ x^n / (n + 1)!, for |x| &lt; 2^−reduction, at most 1/8, which is off by one unit. The result is off by at most 8 units: 1 from
    /// the argument, since the derivative is below 1, 3 from rounding, 2 from the terms left out.
    /// </summary>
    public static BigInteger ExpM1OverX(BigInteger x, int bits, int reduction)
    {
        BigInteger one = BigInteger.One << bits;
        BigInteger sum = one;
        for (int n = TermsOfExp(bits, reduction); n >= 2; n--) sum = one + ((x * sum) >> bits) / n;
        return sum;
    }

    /// <summary>
    /// artanh(z)/z = Σ z^2k / (2k + 1), for |z| ≤ 1/8, which is off by one unit. The square of z is off by at most one and a half, hence so is each
    /// power, and each term by less than 2; and so are all those left out together, of which the first power is 0.
    /// </summary>
    /// <param name="z">The argument.</param>
    /// <param name="bits">A unit is 2^−bits.</param>
    /// <param name="error">How many units the result may be off.</param>
    public static BigInteger ArtanhOverZ(BigInteger z, int bits, out long error) => InverseOverZ(z, bits, 1, out error);

    /// <summary>arctan(z)/z = Σ (−1)^k z^2k / (2k + 1), for |z| ≤ 1/8, with the errors of <see cref="ArtanhOverZ"/>.</summary>
    /// <param name="z">The argument.</param>
    /// <param name="bits">A unit is 2^−bits.</param>
    /// <param name="error">How many units the result may be off.</param>
    public static BigInteger ArctanOverZ(BigInteger z, int bits, out long error) => InverseOverZ(z, bits, -1, out error);

    /// <summary>
    /// sin r for |r| &lt; 0.8, which is off by up to three units: r Σ (−1)^n r^2n / (2n + 1)!. The square of r is off by at most 6. A step of the sum loses two
    /// units in rounding, a sixth of those 6 and of two thirds of what the step before lost: less than 4 altogether, and 2 for the terms left out. The product with
    /// r loses 0.8 · 6 + 1, and 3 by r itself: less than 16.
    /// </summary>
    public static BigInteger Sine(BigInteger r, int bits) => (r * Alternating(r, bits, 1)) >> bits;

    /// <summary>
    /// cos r for |r| &lt; 0.8, which is off by up to three units: Σ (−1)^n r^2n / (2n)!. As in <see cref="Sine"/>, but half of 6 units and of two thirds of those of
    /// the step before: less than 8 altogether, and 2 for the terms left out; less than 16.
    /// </summary>
    public static BigInteger Cosine(BigInteger r, int bits) => Alternating(r, bits, 0);

    /// <summary>
    /// Σ (2a²)^n / (1 · 3 · 5 ⋯ (2n + 1)) for the twofold square of a, which is too small by up to one unit. What is lost in a term is lost in all that
    /// follow, in proportion: two units in the k-th term become at most 2 Σ_n≥k t_n/t_k, and since the ratio of terms falls, that is at most twice the
    /// whole sum. So N terms lose at most 2 N times the sum in units, with all the terms that are left out because they have become 0. A unit of the
    /// argument is half a unit times the sum, for n/(2n + 1) &lt; 1/2.
    /// </summary>
    /// <param name="twofoldSquare">2a².</param>
    /// <param name="bits">A unit is 2^−bits.</param>
    /// <param name="error">How many units the result may be too small, for each unit of 1 that it has; with one unit for what the sum itself lacks.</param>
    public static BigInteger ErfSum(BigInteger twofoldSquare, int bits, out long error)
    {
        BigInteger term = BigInteger.One << bits;
        BigInteger sum = term;
        int n = 1;
        for (; ; n++)
        {
            term = ((term * twofoldSquare) >> bits) / (2 * n + 1);
            if (term.IsZero) break;
            sum += term;
        }
        error = 2 * n + 2;
        return sum;
    }

    /// <summary>
    /// 1 + Σ (−1)^n (1 · 3 ⋯ (2n − 1)) / (2a²)^n, up to where terms are 0 or begin to grow. The remainder is below the first term left out. Each
    /// term loses one unit in rounding, one by the argument ((2n − 1) t_n−1 = 2a² t_n, at most 1 while terms fall), one for the product of both: the n-th
    /// is off by 3n units.
    /// </summary>
    /// <param name="inverse">1/(2a²), which is too small by up to one unit.</param>
    /// <param name="bits">A unit is 2^−bits.</param>
    /// <param name="end">The number of the first term that is left out in any case: terms up to this one do not grow.</param>
    /// <param name="error">How many units the result may be off.</param>
    public static BigInteger ErfcAsymptotic(BigInteger inverse, int bits, long end, out BigInteger error)
    {
        BigInteger term = BigInteger.One << bits;
        BigInteger sum = term;
        int n = 1;
        for (; ; n++)
        {
            term = (term * (2 * n - 1) * inverse) >> bits;
            if (term.IsZero || n >= end) break;
            sum += n % 2 == 0 ? term : -term;
        }
        error = term + 3 * (BigInteger)(n + 2) * (n + 2);
        return sum;
    }

    private static BigInteger InverseOverZ(BigInteger z, int bits, int sign, out long error)
    {
        BigInteger square = (z * z) >> bits;
        BigInteger power = square;
        BigInteger sum = BigInteger.One << bits;
        int terms = 1;
        for (int direction = sign; !power.IsZero; terms++, direction *= sign)
        {
            sum += direction * (power / (2 * terms + 1));
            power = (power * square) >> bits;
        }
        error = 2 * terms + 4;
        return sum;
    }

    /// <summary>Σ (−1)^n r^2n / (2n + first)!, up to where (2n + first)! is 2^bits and the term below a unit.</summary>
    private static BigInteger Alternating(BigInteger r, int bits, int first)
    {
        int terms = 0;
        for (int gained = 0; gained < bits; gained += BitOperations.Log2((uint)((2 * terms + first) * (2 * terms + first - 1))))
            terms++;

        BigInteger one = BigInteger.One << bits;
        BigInteger square = (r * r) >> bits;
        BigInteger sum = one;
        for (int n = terms; n >= 1; n--) sum = one - ((square * sum) >> bits) / ((2 * n + first) * (2 * n + first - 1));
        return sum;
    }

    /// <summary>
    /// How many terms Σ r^n / n! has until the next one is below a unit, for r &lt; 2^−reduction; all that follow together are then below two.
    /// </summary>
    private static int TermsOfExp(int bits, int reduction)
    {
        int n = 0;
        for (int gained = 0; gained < bits;)
        {
            n++;
            gained += reduction + BitOperations.Log2((uint)n);
        }
        return n;
    }
}
