using System.Globalization;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Broken;

/// <summary>A program that is deep or long.</summary>
internal static class DeepProgram
{
    public static string Make(Dice dice, int number)
    {
        int depth = dice.Pick(50, 200, 500, 2000);
        string body = dice.Next(8) switch
        {
            0 => "return " + Nested("(", "x", ")", depth) + ";",
            1 => "return " + Nested(dice.Pick("Exp(", "Tanh(", "Abs(", "Softplus("), "x", ")", depth) + ";",
            2 => "return " + Nested("x > 0.5 ? x : (", "y", ")", depth) + ";",
            3 => "return " + string.Join(" + ", Enumerable.Range(0, depth).Select(index => $"x * {Text(index)}.5")) + ";",
            4 => "double v = x; " + string.Concat(Enumerable.Repeat("if (v > y) { v = v + 1; ", depth)) + new string('}', depth) + " return v;",
            5 => "double v0 = x; " + string.Concat(Enumerable.Range(1, depth).Select(index => $"double v{Text(index)} = v{Text(index - 1)} * y; "))
                + $"return v{Text(depth)};",
            6 => "return " + Nested("Sum(row, e => ", "x", ")", depth) + ";",
            _ => "return " + Nested("- ", "x", "", depth) + ";",
        };
        return $$"""
            using AutoDiffCE;
            using static AutoDiffCE.LossMath;

            [Loss]
            public sealed partial class Deep{{Text(number)}}
            {
                public double Formula(double x, double y, Row row) { {{body}} }
            }
            """;
    }

    private static string Nested(string open, string middle, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
