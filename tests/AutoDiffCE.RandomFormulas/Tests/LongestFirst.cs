using AutoDiffCE.RandomFormulas.Tests;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("AutoDiffCE.RandomFormulas.Tests." + nameof(LongestFirst), "AutoDiffCE.RandomFormulas")]

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>The classes that take longest first, so that no processor waits for the last of them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] longestLast = [nameof(BrokenProgramTests), nameof(GrowthTests), nameof(RandomProgramTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderByDescending(collection =>
        Array.FindIndex(longestLast, name => collection.DisplayName.EndsWith('.' + name, StringComparison.Ordinal)));
}
