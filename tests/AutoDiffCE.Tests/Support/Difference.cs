namespace AutoDiffCE.Tests.Support;

/// <summary>Derivatives of a formula by differences of its values in double.</summary>
internal static class Difference
{
    /// <summary>How far from a kink a point must lie, in units of the input, for <see cref="Central"/> to mean anything.</summary>
    public const double Reach = 3 * Step;

    // The truncation error is h⁶·f⁽⁷⁾/140, 1e-22 of a smooth function of the size of its argument and 2e-13 of a logarithm at 1/8; the
    // rounding error is about ε·|f|/h, 4e-13.
    private const double Step = 5e-4;

    /// <summary>The derivative by one number, from the values at three points on either side: exact for polynomials of degree 6.</summary>
    public static double Central(double[] numbers, int index, Func<double> function)
    {
        double first = At(numbers, index, Step, function) - At(numbers, index, -Step, function);
        double second = At(numbers, index, 2 * Step, function) - At(numbers, index, -2 * Step, function);
        double third = At(numbers, index, 3 * Step, function) - At(numbers, index, -3 * Step, function);
        return ((45 * first) - (9 * second) + third) / (60 * Step);
    }

    /// <summary>The derivative to one side: (−3 f(x) + 4 f(x ± h) − f(x ± 2h)) / ±2h, exact for polynomials of degree 2.</summary>
    public static double OneSided(double[] numbers, int index, bool toTheRight, Func<double> function)
    {
        double step = toTheRight ? Step : -Step;
        return ((4 * At(numbers, index, step, function)) - At(numbers, index, 2 * step, function) - (3 * function())) / (2 * step);
    }

    private static double At(double[] numbers, int index, double shift, Func<double> function)
    {
        double before = numbers[index];
        numbers[index] = before + shift;
        double value = function();
        numbers[index] = before;
        return value;
    }
}
