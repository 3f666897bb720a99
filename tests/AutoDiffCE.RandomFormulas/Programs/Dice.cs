using CsCheck;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Random choices that a seed repeats.</summary>
internal sealed class Dice(ulong seed, uint stream)
{
    private readonly PCG source = new(stream, seed);

    /// <summary>0 to count − 1.</summary>
    public int Next(int count) => (int)source.Next((uint)count);

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>At least 0, below 1.</summary>
    public double Unit() => source.Next() / 4294967296.0;

    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>About normally distributed: the sum of twelve.</summary>
    public double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
            sum += Unit();
        return sum;
    }

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];
}
