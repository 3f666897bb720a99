namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>
/// What is compared with differences: all with the environment variable AUTODIFFCE_EXHAUSTIVE=1, and otherwise a tenth, since compiling each kernel of each loss
/// takes half a minute of the processor's time.
/// </summary>
internal static class LongForm
{
    private const int Part = 10;

    private static bool IsAsked => Environment.GetEnvironmentVariable("AUTODIFFCE_EXHAUSTIVE") == "1";

    /// <summary>All, or one of the tenths.</summary>
    public static IEnumerable<string> Sample(this IEnumerable<string> all, int tenth) => IsAsked ? all : all.Where((_, position) => position % Part == tenth);
}
