using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>The terms of a sum with their constant factors, so that terms can be taken out of it.</summary>
internal sealed class TermList(NodeAlgebra algebra, Node sum)
{
    private readonly List<(double Coefficient, Node Term)> terms =
        [.. (sum.Operation == Operation.Add ? sum.Operands : [sum]).Select(algebra.SplitCoefficient)];

    /// <summary>The sum, before anything was taken out.</summary>
    public Node Whole => sum;

    public IReadOnlyList<(double Coefficient, Node Term)> Terms => terms;

    public void Remove((double Coefficient, Node Term) term) => terms.Remove(term);

    /// <summary>
    /// Takes a multiple of an expression out of the sum, if all of it is there. Of x in 3 x, a part can be taken; of classes − 1, which may be 0, no part.
    /// </summary>
    public bool TryRemove(double multiple, Node expression)
    {
        if (expression.Operation == Operation.Constant && terms.Exists(part => part.Term.Operation == Operation.Length))
            return false;
        List<(double Coefficient, Node Term)> rest = [.. terms];
        foreach ((double coefficient, Node term) in new TermList(algebra, expression).terms)
        {
            double wanted = multiple * coefficient;
            int position = rest.FindIndex(part => ReferenceEquals(part.Term, term) && Holds(part, wanted));
            if (position < 0)
                return false;
            double left = rest[position].Coefficient - wanted;
            rest.RemoveAt(position);
            if (left != 0)
                rest.Insert(position, (left, term));
        }
        terms.Clear();
        terms.AddRange(rest);
        return true;
    }

    /// <summary>What is left, and another term.</summary>
    public Node With(double coefficient, Node term) =>
        algebra.Add([.. terms.Select(part => algebra.WithCoefficient(part.Coefficient, part.Term)), algebra.WithCoefficient(coefficient, term)]);

    private static bool Holds((double Coefficient, Node Term) part, double wanted)
    {
        if (part.Coefficient.Equals(wanted))
            return true;
        bool isPart = (part.Coefficient < 0 ? wanted < 0 : wanted > 0) && Math.Abs(wanted) < Math.Abs(part.Coefficient);
        return isPart && !part.Term.IsConstant(1) && NodeAlgebra.IsExactSum(part.Coefficient, -wanted);
    }
}
