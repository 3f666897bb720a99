namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>What an input of a loss may be: a kind, and how to draw the numbers of one sample.</summary>
/// <param name="Draw">Draws as many numbers.</param>
/// <param name="IsRow">Whether there is a number for each class.</param>
/// <param name="Values">How many values an integer may have, such as the classes of a label; 0 for a floating-point input.</param>
internal sealed record Input(Func<Random, int, double[]> Draw, bool IsRow, int Values = 0)
{
    /// <summary>Whether it is an integer.</summary>
    public bool IsInteger => Values > 0;

    /// <summary>A row of numbers of a range.</summary>
    public static Input Row(double low = -2, double high = 2) => new((random, count) => Uniform(random, count, low, high), true);

    /// <summary>A row of numbers of a range in random order, no two of them near each other.</summary>
    public static Input Spread(double low = -2, double high = 2) => new((random, count) => Ranked(random, count, low, high), true);

    /// <summary>A row of zeros and ones, at least one of each.</summary>
    public static Input Flags { get; } = new((random, count) => [.. Ranked(random, count, 0, 1).Select(number => number < 0.5 ? 0.0 : 1)], true);

    /// <summary>A row of ranks, from 1.</summary>
    public static Input Ranks { get; } = new((random, count) => [.. Ranked(random, count, 0.5, count + 0.5).Select(rank => Math.Round(rank))], true);

    /// <summary>A box x₁, y₁, x₂, y₂ near the middle of a picture.</summary>
    public static Input Box { get; } = new(
        (random, _) => [.. Uniform(random, 2, 0, 1.5), .. Uniform(random, 2, 2, 4)], true);

    /// <summary>A scalar of a range.</summary>
    public static Input Scalar(double low = -2, double high = 2) => new((random, count) => Uniform(random, count, low, high), false);

    /// <summary>A whole number of a range, its ends included, as a floating-point number.</summary>
    public static Input Whole(int low, int high) => new((random, _) => [random.Next(low, high + 1)], false);

    /// <summary>−1 or 1.</summary>
    public static Input Sign { get; } = new((random, _) => [random.Next(2) * 2 - 1], false);

    /// <summary>A label of five classes, or of as many as there are.</summary>
    public static Input Label(int classes = 5) => Integer(0, classes - 1);

    /// <summary>A whole number of a range, its ends included.</summary>
    public static Input Integer(int low, int high) => new((random, _) => [random.Next(low, high + 1)], false, high + 1);

    private static double[] Uniform(Random random, int count, double low, double high) =>
        [.. Enumerable.Range(0, count).Select(_ => low + (high - low) * random.NextDouble())];

    private static double[] Ranked(Random random, int count, double low, double high)
    {
        double[] numbers = [.. Enumerable.Range(0, count).Select(rank => low + (high - low) * (rank + 0.2 + 0.6 * random.NextDouble()) / count)];
        random.Shuffle(numbers);
        return numbers;
    }
}
