using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>A product or quotient, however it is nested, as one sign, the factors above the line and the factors below it.</summary>
internal sealed class Fraction
{
    // As many factors as anyone writes: what nests deeper uses one value again and again, and has twice as many each time.
    private const int MaxFactors = 100;

    public bool IsNegative { get; private set; }

    public List<Node> Numerators { get; } = [];

    public List<Node> Denominators { get; } = [];

    public static Fraction Of(Node node)
    {
        var fraction = new Fraction();
        fraction.Collect(node, above: true);
        return fraction;
    }

    /// <summary>Takes the factors that fit out of a list of factors.</summary>
    public static Node[] TakeAll(List<Node> factors, Predicate<Node> fits)
    {
        Node[] taken = [.. factors.FindAll(fits)];
        factors.RemoveAll(fits);
        return taken;
    }

    public Node ToNode(NodeAlgebra algebra)
    {
        Node value = algebra.Multiply(Numerators);
        if (Denominators.Count > 0)
            value = algebra.Divide(value, algebra.Multiply(Denominators));
        return IsNegative ? algebra.Negate(value) : value;
    }

    /// <summary>The fraction with another factor, or fraction, in place of one above the line.</summary>
    public Fraction With(Node numerator, Node replacement)
    {
        var fraction = new Fraction { IsNegative = IsNegative };
        fraction.Numerators.AddRange(Numerators);
        fraction.Numerators.Remove(numerator);
        fraction.Denominators.AddRange(Denominators);
        fraction.Collect(replacement, above: true);
        return fraction;
    }

    /// <summary>Whether both have the same sign and the same factors, in whatever order.</summary>
    public bool IsSame(Fraction other) => IsNegative == other.IsNegative && HasFactorsOf(other);

    /// <summary>Whether both have the same factors, in whatever order, and not the same sign.</summary>
    public bool IsOpposite(Fraction other) => IsNegative != other.IsNegative && HasFactorsOf(other);

    private bool HasFactorsOf(Fraction other) => AreSame(Numerators, other.Numerators) && AreSame(Denominators, other.Denominators);

    private static bool AreSame(List<Node> factors, List<Node> others) =>
        factors.OrderBy(factor => factor.Id).SequenceEqual(others.OrderBy(factor => factor.Id));

    private void Collect(Node node, bool above)
    {
        switch (node.Operation)
        {
            case Operation.Multiply or Operation.Divide when Numerators.Count + Denominators.Count >= MaxFactors:
                (above ? Numerators : Denominators).Add(node);
                break;
            case Operation.Negate:
                IsNegative = !IsNegative;
                Collect(node.First, above);
                break;
            case Operation.Multiply:
                foreach (Node factor in node.Operands)
                    Collect(factor, above);
                break;
            case Operation.Divide:
                Collect(node.First, above);
                Collect(node.Second, !above);
                break;
            default:
                if (!node.IsConstant(1))
                    (above ? Numerators : Denominators).Add(node);
                break;
        }
    }
}
