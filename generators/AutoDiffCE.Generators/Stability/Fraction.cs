using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>A product or quotient, however it is nested, as one sign, the factors above the line and the factors below it.</summary>
internal sealed class Fraction
{
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

    public Node ToNode(Algebra algebra)
    {
        Node value = algebra.Multiply(Numerators);
        if (Denominators.Count > 0)
            value = algebra.Divide(value, algebra.Multiply(Denominators));
        return IsNegative ? algebra.Negate(value) : value;
    }

    private void Collect(Node node, bool above)
    {
        switch (node.Operation)
        {
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
