namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>What was done, counted.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => counts;

    public void Count(string what, long times = 1) => counts[what] = counts.GetValueOrDefault(what) + times;

    public void Add(Tally other)
    {
        foreach ((string what, long times) in other.counts)
            Count(what, times);
    }

    public override string ToString() => string.Join("\n", counts.Select(count => $"  {count.Value,10}  {count.Key}"));
}
