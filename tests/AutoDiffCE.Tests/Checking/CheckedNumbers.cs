using AutoDiffCE.Tests.Support;

namespace AutoDiffCE.Tests.Checking;

/// <summary>Random numbers that float can hold, so that both precisions are asked the same question.</summary>
internal static class CheckedNumbers
{
    public const int Seed = 20_261_121;

    public static double[] Draw(int count, Domain domain, int seed = Seed) => domain switch
    {
        Domain.Real or Domain.Uneven => Draw(count, -3, 3, seed),
        Domain.Positive => Draw(count, 0.1, 3, seed),
        Domain.Probability => Draw(count, 0.05, 0.95, seed),
        Domain.Sign => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.0 : -1.0)],
        Domain.Flag => [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? 1.0 : 0.0)],
        Domain.High => Draw(count, 4, 6, seed),
        Domain.Low => Draw(count, -6, -4, seed),
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, "Nothing is known about the numbers of this domain."),
    };

    private static double[] Draw(int count, double low, double high, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (double)(float)(low + (high - low) * random.NextDouble()))];
    }
}
