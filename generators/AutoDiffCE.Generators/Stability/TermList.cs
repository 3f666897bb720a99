using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>The terms of a sum with their constant factors, so that terms can be taken out of it.</summary>
internal sealed class TermList(Algebra algebra, Node sum)
{
    private readonly List<(double Coefficient, Node Term)> terms =
        [.. (sum.Operation == Operation.Add ? sum.Operands : [sum]).Select(algebra.SplitCoefficient)];

    public IReadOnlyList<(double Coefficient, Node Term)> Terms => terms;

    public void Remove((double Coefficient, Node Term) term) => terms.Remove(term);

    /// <summary>Takes a multiple of an expression out of the sum, if all of it is there.</summary>
    public bool TryRemove(double multiple, Node expression)
    {
        List<(double Coefficient, Node Term)> wanted = [.. new TermList(algebra, expression).terms
            .Select(part => (multiple * part.Coefficient, part.Term))];
        if (!wanted.All(terms.Contains))
            return false;
        foreach ((double Coefficient, Node Term) part in wanted)
            terms.Remove(part);
        return true;
    }

    /// <summary>What is left, and another term.</summary>
    public Node With(double coefficient, Node term) =>
        algebra.Add([.. terms.Select(part => algebra.WithCoefficient(part.Coefficient, part.Term)), algebra.WithCoefficient(coefficient, term)]);
}
