namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>Whether tests that have a long form run in it: with the environment variable AUTODIFFCE_EXHAUSTIVE=1.</summary>
internal static class LongForm
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("AUTODIFFCE_EXHAUSTIVE") == "1";

    /// <summary>How many times as much is tested in the form that is asked for.</summary>
    public static int Times(int times) => IsAsked ? times : 1;

    /// <summary>One of so many, in turn; in the long form, all.</summary>
    public static IEnumerable<T> OneOf<T>(this IEnumerable<T> all, int count) => IsAsked ? all : all.Where((_, index) => index % count == 0);
}
