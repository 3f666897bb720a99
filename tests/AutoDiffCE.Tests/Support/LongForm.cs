namespace AutoDiffCE.Tests.Support;

/// <summary>Whether tests that have a long form run in it: with the environment variable AUTODIFFCE_EXHAUSTIVE=1.</summary>
internal static class LongForm
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("AUTODIFFCE_EXHAUSTIVE") == "1";

    /// <summary>What is tested in the long form alone, after what always is.</summary>
    public static IEnumerable<T> And<T>(this IEnumerable<T> always, IEnumerable<T> inLongForm) => IsAsked ? always.Concat(inLongForm).Distinct() : always;
}
