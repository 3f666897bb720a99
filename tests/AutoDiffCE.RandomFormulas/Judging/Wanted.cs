using AutoDiffCE.RandomFormulas.Reference;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>What one number should be.</summary>
/// <param name="Plain">As plain C# has it, with a bound for its error.</param>
/// <param name="Exact">The nearest double to the exact one.</param>
/// <param name="IsOpen">Whether rounding leaves open which of several it is.</param>
internal readonly record struct Wanted<F>(Bounded<F> Plain, Func<double> Exact, bool IsOpen)
    where F : IFormat
{
    /// <summary>Σ weight · number: what label lifting makes of the numbers of all labels.</summary>
    public static Wanted<F> Mixture(IReadOnlyList<(Bounded<F> Weight, Wanted<F> Number)> parts)
    {
        (Bounded<F> Weight, Wanted<F> Number)[] counted = [.. parts.Where(part => !part.Weight.IsZero)];
        return new Wanted<F>(
            Bounded<F>.Sum([Bounded<F>.Of(0, false), .. counted.Select(part => part.Weight * part.Number.Plain)]),
            () => counted.Sum(part => part.Weight.Value * part.Number.Exact()),
            parts.Any(part => part.Number.IsOpen));
    }
}
