using System.Numerics;

namespace AutoDiffCE.Tests.Support;

/// <summary>
/// A random batch for a loss, and for each of its samples the value and the gradients by the formula. All numbers are representable in float,
/// rows hold distinct numbers, and all of them lie on a grid, beside which the kinks of the formulas in these tests are, by more than
/// <see cref="Difference.Reach"/>.
/// </summary>
internal sealed class Scenario
{
    private const double Grid = 1.0 / 32;

    // Of a row that is a distribution: the formula of each class takes its time.
    private const int MaxShares = 8;

    private readonly int seed;
    private readonly Scenario? whole;

    public Scenario(LossCase loss, int samples, int seed)
    {
        (Loss, Samples, this.seed) = (loss, samples, seed);
        var random = new Random(seed);
        Numbers = [.. Enumerable.Range(0, samples).Select(_ => Draw(random, loss))];
        Label = [.. Enumerable.Range(0, samples).Select(_ => loss.Labels == 0 ? 0 : random.Next(loss.Labels))];
        Upstream = [.. Enumerable.Range(0, samples).Select(n => n % 5 == 3 ? 0 : random.Next(-16, 17) / 8.0)];
    }

    private Scenario(Scenario other, int samples)
    {
        (Loss, Samples, seed, whole) = (other.Loss, samples, other.seed, other);
        Numbers = other.Numbers[..samples];
        Label = other.Label[..samples];
        Upstream = other.Upstream[..samples];
    }

    public LossCase Loss { get; }

    public int Samples { get; }

    /// <summary>The inputs by sample, input and class.</summary>
    public double[][][] Numbers { get; }

    public int[] Label { get; }

    /// <summary>One per sample; some are 0.</summary>
    public double[] Upstream { get; }

    /// <summary>The formula at each sample.</summary>
    public double[] Values => field ??= whole?.Values[..Samples] ?? [.. Enumerable.Range(0, Samples).Select(ValueOf)];

    /// <summary>The derivatives of the formula, by sample, input and class; empty for an input without.</summary>
    public double[][][] Gradients => field ??= whole?.Gradients[..Samples]
        ?? [.. Enumerable.Range(0, Samples).Select(n => Loss.Inputs.Select((_, input) => GradientOf(n, input)).ToArray())];

    /// <summary>The batch of its first samples.</summary>
    public Scenario Take(int samples) => new(this, samples);

    /// <summary>
    /// What errors in the value of a sample are relative to: what it would change by if every input changed by its own size. No evaluation can
    /// be better conditioned.
    /// </summary>
    public double SizeOf(int sample) => Math.Max(
        Math.Max(1, Math.Abs(Values[sample])),
        Numbers[sample].Zip(Gradients[sample], (numbers, gradient) => gradient.Zip(numbers, (derivative, x) => Math.Abs(derivative * x)).Sum()).Sum());

    public override string ToString() =>
        FormattableString.Invariant($"{Loss.Name}, {Samples} samples of {Loss.Classes} classes, seed {seed}");

    public Call<T> CallOf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Inputs = [.. Loss.Inputs.Select((_, input) => Call<T>.Numbers(Numbers.SelectMany(sample => sample[input])))],
            Label = Loss.Labels == 0 ? [] : Label,
            Upstream = Call<T>.Numbers(Upstream),
            Classes = Loss.HasRow ? Loss.Classes : 0,
        };

    private static double[][] Draw(Random random, LossCase loss) =>
        [.. loss.Inputs.Select((input, index) => Draw(random, input, loss.LengthOf(index)))];

    private static double[] Draw(Random random, InputShape input, int length) => input.Domain switch
    {
        Domain.Real => Distinct(random, length),
        Domain.Sign => [random.Next(2) == 0 ? -1 : 1],
        Domain.Probability => Probabilities(random, length),
        Domain.Share => Scattered(random, Probabilities(random, Math.Min(length, MaxShares)), length),
        Domain.Flag => [.. Enumerable.Range(0, length).Select(_ => random.Next(2))],
        Domain.High => [.. Enumerable.Range(0, length).Select(_ => random.Next(128, 192) / 32.0)],
        Domain.Low => [.. Enumerable.Range(0, length).Select(_ => -random.Next(128, 192) / 32.0)],
        Domain.Uneven => [.. Distinct(random, length).Select(number => (double)(float)(number * 0.96))],
        _ => [.. Enumerable.Range(0, length).Select(_ => random.Next(32, 96) / 32.0)],
    };

    private static double[] Probabilities(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(8, 57) / 64.0)];

    private static double[] Scattered(Random random, double[] numbers, int length)
    {
        double[] row = [.. numbers, .. new double[length - numbers.Length]];
        random.Shuffle(row);
        return row;
    }

    // A third of the grid beside it: exact zeros are kinks of some formulas.
    private static double[] Distinct(Random random, int length)
    {
        int[] positions = [.. Enumerable.Range(-Math.Max(length, 96) / 2, Math.Max(length, 96))];
        random.Shuffle(positions);
        double beside = (float)(Grid / 3);
        return [.. positions.Take(length).Select(position => (double)(float)((position * Grid) + beside))];
    }

    private double ValueOf(int sample) => Loss.Formula(Numbers[sample], Label[sample]);

    private double[] GradientOf(int sample, int input)
    {
        if (!Loss.Inputs[input].IsDifferentiable)
            return [];
        double[] numbers = Numbers[sample][input];
        return [.. Enumerable.Range(0, numbers.Length).Select(c => Difference.Central(numbers, c, () => ValueOf(sample)))];
    }
}
