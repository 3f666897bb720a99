namespace AutoDiffCE.Checking;

/// <summary>
/// Checks gradients: against central differences of the values in double, with a sweep of steps and extrapolation for each number, and
/// float kernels against their double twins.
/// </summary>
/// <remarks>
/// <para><c>new GradientCheck().Check(loss, logits, labels).Assert();</c> is a unit test; without <c>Assert</c> there is a report to print.</para>
/// <para>
/// At a kink, where the derivatives from both sides differ, a gradient passes if it lies between them. Kinks are counted in the report, and
/// the check is repeated at a point that is moved off them. Where a formula is known to have none (<see cref="KinksAttribute"/>), the gradient must be
/// right however sharp a bend is.
/// </para>
/// <para>
/// What a formula stops with <see cref="LossMath.StopGradient(double)"/> stays as it is at the point while differences are taken: the values are those of the exact
/// evaluation then, which takes microseconds for a class. Of a gradient that is handed over as a method nothing is known of what it stops.
/// </para>
/// <para>What is random is the same for the same <see cref="Seed"/>. An instance never changes, so any number of threads may use it at once.</para>
/// </remarks>
public sealed partial class GradientCheck
{
    private const int MaxElements = 4096;
    private const int UsualDirections = 32;

    // Far enough from a kink for steps that are good to ten digits, and near enough to stay in the neighborhood that was asked for.
    private const double Nudge = 1.0 / 256;

    /// <summary>Where random numbers start: directions, upstreams, nudges. It stands in the report.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The relative error that passes, beside the estimated error of the differences; 1e-7 unless set.
    /// </summary>
    /// <remarks>
    /// Wrong gradients are wrong by a factor, a sign or an index, hence by far more. Right ones in double differ from extrapolated differences by 1e-10,
    /// which is ε^⅔ and holds for one step alone, and less; 1e-7 lies between with a wide margin to both.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double Tolerance
    {
        get;
        init
        {
            if (!(value is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A relative tolerance is between 0 and 1.");
            field = value;
        }
    } = 1e-7;

    /// <summary>
    /// How far results in float may be from results in double: in units in the last place of a float, relative to the largest of the sample, beside the
    /// condition of the function; 16 unless set.
    /// </summary>
    /// <remarks>
    /// A kernel makes a few dozen operations for a number, each off by half a unit at most, and calls functions that are off by two or three. Sums over
    /// a row add up in a tree, so that their errors grow with the logarithm of its length. The condition is measured: how much the double kernel
    /// changes where its inputs are off by a unit in the last place of a float, and how large its results are nearby.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive and finite.</exception>
    public double FloatUnits
    {
        get;
        init
        {
            if (!(value is > 0 and < double.PositiveInfinity))
                throw new ArgumentOutOfRangeException(nameof(value), value, "A tolerance is positive and finite.");
            field = value;
        }
    } = 16;

    /// <summary>
    /// Along how many random directions to differentiate; 0 means number by number, each on its own. Unless set, 0 up to 4096 numbers, and 32 for more:
    /// number by number takes time that grows with the square.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Directions
    {
        get;
        init
        {
            if (value is int directions) ArgumentOutOfRangeException.ThrowIfNegative(directions, nameof(value));
            field = value;
        }
    }

    /// <summary>
    /// The smallest number the checked function is made for, such as 0 for a probability. Extreme points and moves off kinks stay above; any finite
    /// number leaves out rows with −∞.
    /// </summary>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number the checked function is made for. Extreme points and moves off kinks stay below.</summary>
    public double Highest { get; init; } = double.PositiveInfinity;

    /// <summary>Checks any function that gives its value and its gradient, such as a hand-written layer with a loss behind it.</summary>
    /// <param name="function">The function.</param>
    /// <param name="point">Where to check it.</param>
    /// <param name="classes">How many numbers make a row of the report; 0 for a single row.</param>
    /// <param name="twin">The same function in float, to be compared at the same point; null for none.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The classes are negative.</exception>
    public GradientReport Check(
        DifferentiableFunction<double> function, ReadOnlySpan<double> point, int classes = 0, DifferentiableFunction<float>? twin = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        double[] numbers = twin is null ? point.ToArray() : TwinPoint.Rounded(point);
        var layout = new ElementLayout(classes == 0 ? Math.Max(1, numbers.Length) : classes);
        var comparison = new FunctionComparison(function, twin, layout, numbers, new TwinCheck(FloatUnits));
        return CheckPoint("Gradient of a function", comparison, numbers, layout, new Random(Seed));
    }

    private GradientReport CheckPoint(string title, IComparison comparison, double[] point, ElementLayout layout, Random random)
    {
        List<GradientElement> elements = [];
        foreach (CheckedFunction gradient in comparison.Gradients) AddDifferences(elements, gradient, point, random);
        elements.AddRange(comparison.Twins(random));
        return new(title, Seed, layout, comparison.Kinks, elements);
    }

    private void AddDifferences(List<GradientElement> elements, CheckedFunction function, double[] point, Random random)
    {
        List<GradientElement> first = Differences(function, point, random);
        elements.AddRange(first);
        if (!first.Exists(element => element.Verdict == GradientVerdict.Kink)) return;
        double[] moved = OffKinks(point, random);
        if (!double.IsFinite(function.Value(moved, -1))) return;
        elements.AddRange(Differences(function, moved, random).Select(element => element with { Gradient = element.Gradient + ", moved off kinks" }));
    }

    private List<GradientElement> Differences(CheckedFunction function, double[] point, Random random)
    {
        var check = new DifferenceCheck(new Judge(Tolerance));
        int directions = Directions ?? (point.Length <= MaxElements ? 0 : UsualDirections);
        return [.. directions == 0 ? check.Elements(function, point) : check.Directions(function, point, directions, random)];
    }

    // Every number moves, each by another length, so that ties come apart.
    private double[] OffKinks(double[] point, Random random)
    {
        double[] moved = new double[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            double length = Nudge * (0.5 + random.NextDouble()) * Math.Max(1, Math.Abs(point[i]));
            double shift = random.Next(2) == 0 ? length : -length;
            bool fits = point[i] + shift >= Lowest && point[i] + shift <= Highest;
            moved[i] = point[i] + (fits ? shift : -shift);
        }

        return moved;
    }

    private static string Number(double number) => ReportText.Number(number, "G4");
}
