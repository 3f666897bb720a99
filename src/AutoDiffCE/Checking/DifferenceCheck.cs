using System.Globalization;

namespace AutoDiffCE.Checking;

/// <summary>Checks a gradient against differences of the values, element by element or along random directions.</summary>
internal sealed class DifferenceCheck(Judge judge)
{
    /// <summary>Moves one number after the other.</summary>
    public IEnumerable<GradientElement> Elements(CheckedFunction function, double[] point)
    {
        double[] gradient = function.GradientAt(point);
        Func<double[], int, double> valueOf = function.ValueAround(point);
        double size = LargestOf(gradient);
        double[] sampleSizes = LargestOfSamples(gradient, function.Layout);
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

            double value = valueOf(point, sample);
            double ValueAt(double shift)
            {
                moved[i] = point[i] + shift;
                return valueOf(moved, sample);
            }

            yield return Compare(
                function, (sample, @class), point[i], gradient[i], ValueAt, Math.Abs(point[i]), value, (size, sampleSizes[sample]), note);
            moved[i] = point[i];
        }
    }

    /// <summary>
    /// Moves all finite numbers at once along random directions v: the derivative is v·gradient. An error anywhere shows in every
    /// direction, unless it is orthogonal to it, which has probability 0.
    /// </summary>
    public IEnumerable<GradientElement> Directions(CheckedFunction function, double[] point, int directions, Random random)
    {
        double[] gradient = function.GradientAt(point);
        Func<double[], int, double> valueOf = function.ValueAround(point);
        double value = valueOf(point, -1);
        double[] moved = [.. point];
        for (int number = 0; number < directions; number++)
        {
            double[] direction = RandomDirection(function.Layout, point, random);
            double analytic = Dot(direction, gradient);
            double size = LargestOf(gradient);
            double pointSize = Math.Sqrt(point.Where(double.IsFinite).Sum(x => x * x) / Math.Max(1, point.Length));
            double ValueAlong(double shift)
            {
                for (int i = 0; i < point.Length; i++)
                    moved[i] = direction[i] == 0 ? point[i] : point[i] + shift * direction[i];
                return valueOf(moved, -1);
            }

            yield return Compare(function, (number, -1), 0, analytic, ValueAlong, pointSize, value, (size, size), "direction");
        }
    }

    private GradientElement Compare(
        CheckedFunction function,
        (int Sample, int Class) place,
        double input,
        double analytic,
        Func<double, double> along,
        double length,
        double value,
        (double OfAll, double OfSample) size,
        string note)
    {
        NumericDerivative numeric = StepSweep.Differentiate(along, length, function.IsSmooth);
        (GradientVerdict verdict, double expected, double error) = judge.Decide(analytic, numeric, value, size.OfAll, size.OfSample);
        // What seems wrong, or to have a kink, may be right where values are worse than their last places.
        if ((verdict == GradientVerdict.Disagrees && double.IsFinite(analytic)) || numeric.IsKink)
        {
            numeric = StepSweep.Differentiate(along, length, function.IsSmooth, StepSweep.NoiseOf(along, length));
            (verdict, expected, error) = judge.Decide(analytic, numeric, value, size.OfAll, size.OfSample);
        }

        if ((numeric.IsKink || numeric.IsBend) && double.IsFinite(value))
        {
            string what = numeric.IsBend ? "sharp bend" : "kink";
            string sides = string.Create(CultureInfo.InvariantCulture, $"{what} from {numeric.Left:G4} to {numeric.Right:G4}");
            note = note.Length == 0 ? sides : $"{note}; {sides}";
        }

        return new(function.Name, place.Sample, place.Class, input, analytic, expected, error, verdict, note);
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

    private static double[] LargestOfSamples(double[] gradient, ElementLayout layout)
    {
        double[] largest = new double[layout.Samples(gradient.Length)];
        for (int i = 0; i < gradient.Length; i++)
        {
            if (double.IsFinite(gradient[i]) && !layout.IsPadding(i))
                largest[layout.At(i).Sample] = Math.Max(largest[layout.At(i).Sample], Math.Abs(gradient[i]));
        }

        return largest;
    }

    private static double LargestOf(double[] gradient)
    {
        double largest = 0;
        foreach (double derivative in gradient)
            largest = double.IsFinite(derivative) ? Math.Max(largest, Math.Abs(derivative)) : largest;
        return largest;
    }
}
