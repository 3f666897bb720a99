namespace Quickstart;

/// <summary>The gradient as it is computed by someone who has nothing but values: central differences.</summary>
internal static class FiniteDifferences
{
    // The error of a central difference is h²·f'''/6 + ε·f/h, with ε = 2^−53 the rounding of f: smallest at h around ∛ε = 5e-6, where it is
    // around ε^⅔ = 2e-11.
    private const double Step = 5e-6;
    private const double Tolerance = 1e-9;

    /// <summary>(f(x + h) − f(x − h)) / 2h, for one element of x after the other.</summary>
    public static double[] Gradient(Func<double[], double> function, double[] point)
    {
        double[] gradient = new double[point.Length];
        double[] moved = [.. point];
        for (int i = 0; i < point.Length; i++)
        {
            moved[i] = point[i] + Step;
            double above = function(moved);
            moved[i] = point[i] - Step;
            double below = function(moved);
            moved[i] = point[i];
            gradient[i] = (above - below) / (2 * Step);
        }

        return gradient;
    }

    /// <summary>Whether a gradient is within what central differences can tell.</summary>
    public static bool Agree(ReadOnlySpan<double> analytic, ReadOnlySpan<double> numeric)
    {
        for (int i = 0; i < analytic.Length; i++)
        {
            if (!(Math.Abs(analytic[i] - numeric[i]) <= Tolerance)) return false;
        }

        return true;
    }
}
