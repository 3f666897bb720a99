using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    // What collecting a term of a sum takes, in steps.
    private const int StepsPerTerm = 10;

    public Node Add(params Node[] terms) => Add((IEnumerable<Node>)terms);

    // Sums by their terms in the order of their ids: what was added in another order is the same sum.
    private readonly Dictionary<EquatableArray<int>, Node> sums = [];

    /// <summary>
    /// A flat sum: like terms collected, selections under one condition joined. The terms stand as they were written where the sum first occurs, since
    /// that is the order in which an author wants them added.
    /// </summary>
    public Node Add(IEnumerable<Node> terms)
    {
        List<(double Coefficient, Node Term)> collected = [];
        Dictionary<Node, List<int>> places = [];
        foreach (Node term in JoinSelections(terms.SelectMany(Terms)).SelectMany(Terms))
        {
            (double coefficient, Node rest) = SplitCoefficient(term);
            if (!places.TryGetValue(rest, out List<int>? alike))
                places[rest] = alike = [];
            // What does not meet one without rounding may meet another: 1 − 1e−8 − 1 is −1e−8.
            int place = collected.Count;
            for (int same; (same = alike.FindIndex(at => IsExactSum(collected[at].Coefficient, coefficient))) >= 0; alike.RemoveAt(same))
            {
                place = Math.Min(place, alike[same]);
                coefficient += collected[alike[same]].Coefficient;
                collected[alike[same]] = (0, rest);
            }
            if (place == collected.Count)
                collected.Add((coefficient, rest));
            else
                collected[place] = (coefficient, rest);
            alike.Add(place);
        }

        Work.Count(StepsPerTerm * collected.Count);
        Node[] sum = [.. collected
            .Where(entry => entry.Coefficient != 0)
            .Select(entry => WithCoefficient(entry.Coefficient, entry.Term))];
        return sum.Length switch
        {
            0 => Constant(0),
            1 => sum[0],
            _ => Sum(sum),
        };
    }

    private Node Sum(Node[] terms)
    {
        EquatableArray<int> key = ImmutableArray.CreateRange(terms.Select(term => term.Id).OrderBy(id => id));
        if (!sums.TryGetValue(key, out Node? sum))
            sums[key] = sum = Table.Make(Operation.Add, terms);
        return sum;
    }

    public Node Subtract(Node left, Node right) => Add(left, Negate(right));

    private readonly Dictionary<Node, Node> negated = [];

    public Node Negate(Node x) => x.Operation switch
    {
        Operation.Constant => Constant(-x.Value),
        Operation.Negate => x.First,
        // A sum has the signs of its terms, and those of theirs: each is found once.
        _ when negated.TryGetValue(x, out Node? known) => known,
        _ => negated[x] = ComputeNegated(x),
    };

    private Node ComputeNegated(Node x) => x.Operation switch
    {
        // −(a − b) = b − a
        Operation.Add => Add(x.Operands.Select(Negate)),
        // −(c ? a : 0) = c ? −a : 0
        Operation.Select when IsZero(x.Second) || IsZero(x.Third) => Select(x.First, Negate(x.Second), Negate(x.Third)),
        _ => Table.Make(Operation.Negate, x),
    };

    private static IEnumerable<Node> Terms(Node node) => node.Operation == Operation.Add ? node.Operands : [node];

    private static bool IsZero(Node node) => node.IsConstant(0) || node.IsConstant(-0.0);

    /// <summary>A term as a constant times the rest; the constant alone is a multiple of 1.</summary>
    public (double Coefficient, Node Term) SplitCoefficient(Node term)
    {
        switch (term.Operation)
        {
            case Operation.Negate:
                (double inner, Node innerRest) = SplitCoefficient(term.First);
                return (-inner, innerRest);
            case Operation.Constant:
                return (term.Value, Constant(1));
            case Operation.Multiply when term.First.Operation == Operation.Constant:
                return (term.First.Value, Multiply(term.Operands.Skip(1)));
            default:
                return (1, term);
        }
    }

    /// <summary>A constant times a term, its sign outside.</summary>
    public Node WithCoefficient(double coefficient, Node term)
    {
        if (term.IsConstant(1))
            return Constant(coefficient);
        return coefficient < 0 ? Negate(Multiply(Constant(-coefficient), term)) : Multiply(Constant(coefficient), term);
    }

    // 1 − 1e−15 must stay as written: its logarithm is −1e−15, that of the nearest double is 0.08 % away from it.
    internal static bool IsExactSum(double left, double right)
    {
        double sum = left + right;
        double back = sum - left;
        return left - (sum - back) + (right - back) == 0;
    }
}
