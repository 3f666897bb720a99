using System.Globalization;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>Numbers as C# text that reads back as the same number.</summary>
internal static class Numbers
{
    /// <summary>A double, in type too: 3 is 3.0.</summary>
    public static string Real(double value)
    {
        string text = Short(value);
        return text.All(character => char.IsDigit(character) || character == '-') ? text + ".0" : text;
    }

    /// <summary>A double where the place converts to one: 3 stays 3.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value == 0)
            return IsNegative(value) ? "-0.0" : "0";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        // The shortest text is not always exact on every runtime that a compiler may have.
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>A whole number as an int.</summary>
    public static string Integer(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>Whether a number is written with a sign: −0 is.</summary>
    public static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0 && !double.IsNaN(value);
}
