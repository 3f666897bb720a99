using System.Runtime.CompilerServices;

namespace AutoDiffCE.Losses;

/// <summary>What a hyper-parameter may be. NaN is in no range: comparisons are written so that it fails them.</summary>
internal static class Check
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw OutOfRange(name, value, $"{name} must be a finite number.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, $"{name} must be a finite number above 0.");

    public static double AtLeast(double least, double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && double.IsFinite(value) ? value : throw OutOfRange(name, value, $"{name} must be a finite number of at least {least}.");

    public static double Between(double least, double most, double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most ? value : throw OutOfRange(name, value, $"{name} must be a number from {least} to {most}.");

    /// <summary>From 0 to 1, or −1 for none.</summary>
    public static double ShareOrNone(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is -1 or (>= 0 and <= 1) ? value : throw OutOfRange(name, value, $"{name} must be a number from 0 to 1, or -1 for no weights.");

    /// <summary>As <see cref="LabelLoss.ClassWeights"/>: none, or finite numbers of at least 0.</summary>
    public static Row Weights(Row weights, [CallerArgumentExpression(nameof(weights))] string name = "")
    {
        for (int c = 0; c < weights.Length; c++)
        {
            if (!(weights[c] >= 0 && double.IsFinite(weights[c])))
                throw OutOfRange(name, weights[c], $"The weight of class {c} must be a finite number of at least 0.");
        }

        return weights;
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, double value, FormattableString message) =>
        new(name, value, FormattableString.Invariant(message));
}
