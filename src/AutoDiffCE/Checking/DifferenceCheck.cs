using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Checks a gradient against differences of the values, element by element or along random directions.</summary>
internal sealed class DifferenceCheck(Judge judge)
{
    /// <summary>Moves one number after the other.</summary>
    public IEnumerable<GradientElement> Elements(CheckedFunction function, double[] point)
    {
        double[] gradient = function.GradientAt(point);
        double size = LargestOf(gradient);
        double[] moved = [.. point];
        for (int i = 0; i < point.Length; i++)
        {
            if (function.Layout.IsPadding(i)) continue;
            (int sample, int @class) = function.Layout.At(i);
            string note = function.Describe(sample);
            if (!double.IsFinite(point[i]))
            {
                GradientVerdict verdict = double.IsNaN(gradient[i]) ? GradientVerdict.Disagrees : GradientVerdict.NotFinite;
                double error = double.IsNaN(gradient[i]) ? double.PositiveInfinity : 0;
                yield return new(function.Name, sample, @class, point[i], gradient[i], double.NaN, error, verdict, note);
                continue;
            }

            double value = function.Value(point, sample);
            NumericDerivative numeric = StepSweep.Differentiate(
                shift => ValueAt(function, moved, i, point[i] + shift, sample), Math.Abs(point[i]), function.IsSmooth);
            moved[i] = point[i];
            yield return Element(function.Name, (sample, @class), point[i], gradient[i], numeric, value, size, note);
        }
    }

    /// <summary>
    /// Moves all finite numbers at once along random directions v: the derivative is v·gradient. An error anywhere shows in every
    /// direction, unless it is orthogonal to it, which has probability 0.
    /// </summary>
    public IEnumerable<GradientElement> Directions(CheckedFunction function, double[] point, int directions, Random random)
    {
        double[] gradient = function.GradientAt(point);
        double value = function.Value(point, -1);
        double[] moved = [.. point];
        for (int number = 0; number < directions; number++)
        {
            double[] direction = RandomDirection(function.Layout, point, random);
            double analytic = Dot(direction, gradient);
            double size = LargestOf(gradient);
            double pointSize = Math.Sqrt(point.Where(double.IsFinite).Sum(x => x * x) / Math.Max(1, point.Length));
            NumericDerivative numeric = StepSweep.Differentiate(
                shift =>
                {
                    for (int i = 0; i < point.Length; i++)
                        moved[i] = direction[i] == 0 ? point[i] : point[i] + shift * direction[i];
                    return function.Value(moved, -1);
                },
                pointSize,
                function.IsSmooth);
            yield return Element(function.Name, (number, -1), 0, analytic, numeric, value, size, "direction");
        }
    }

    private GradientElement Element(
        string name, (int Sample, int Class) place, double input, double analytic, NumericDerivative numeric, double value, double size, string note)
    {
        (GradientVerdict verdict, double expected, double error) = judge.Decide(analytic, numeric, value, size);
        if ((numeric.IsKink || numeric.IsBend) && double.IsFinite(value))
        {
            string what = numeric.IsBend ? "sharp bend" : "kink";
            string sides = string.Create(CultureInfo.InvariantCulture, $"{what} from {numeric.Left:G4} to {numeric.Right:G4}");
            note = note.Length == 0 ? sides : $"{note}; {sides}";
        }

        return new(name, place.Sample, place.Class, input, analytic, expected, error, verdict, note);
    }

    private static double ValueAt(CheckedFunction function, double[] moved, int index, double number, int sample)
    {
        moved[index] = number;
        return function.Value(moved, sample);
    }

    private static double[] RandomDirection(ElementLayout layout, double[] point, Random random)
    {
        double[] direction = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            // Between a half and one and a half, of either sign: no element can hide by a small factor.
            double component = (random.NextDouble() + 0.5) * (random.Next(2) == 0 ? -1 : 1);
            direction[i] = double.IsFinite(point[i]) && !layout.IsPadding(i) ? component : 0;
        }

        return direction;
    }

    private static double Dot(double[] direction, double[] gradient)
    {
        double sum = 0;
        for (int i = 0; i < direction.Length; i++)
            sum += direction[i] == 0 ? 0 : direction[i] * gradient[i];
        return sum;
    }

    private static double LargestOf(double[] gradient)
    {
        double largest = 0;
        foreach (double derivative in gradient)
            largest = double.IsFinite(derivative) ? Math.Max(largest, Math.Abs(derivative)) : largest;
        return largest;
    }
}
