namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>
/// What a program stops, in the order in which it runs: what was stopped at one sample stays as it was in another one that differs by the step of a difference.
/// </summary>
internal sealed class StoppedNumbers<N>
{
    private readonly List<N> numbers = [];
    private int next;

    /// <summary>The number that is stopped where this one would be.</summary>
    public N Take(N number)
    {
        if (next == numbers.Count)
            numbers.Add(number);
        return numbers[next++];
    }

    /// <summary>From the start.</summary>
    public StoppedNumbers<N> Again()
    {
        next = 0;
        return this;
    }
}
