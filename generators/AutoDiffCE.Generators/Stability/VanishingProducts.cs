using System.Collections.Immutable;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// p · log p tends to 0 with p, also where p is so small that the computer has 0 for it and −∞ for its logarithm: what vanishes exponentially is a
/// strong zero for what grows. It is taken last, of values and gradients alike.
/// </summary>
internal sealed class VanishingProducts(Algebra algebra)
{
    public Node Guard(Node root) => new Rewriter(Guard).Rewrite(root);

    private Node Guard(Node node, ImmutableArray<Node> operands)
    {
        Node guarded = algebra.Rebuild(node, operands);
        foreach (Node input in InputsOf(guarded))
        {
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.MinusInfinity));
            guarded = Guard(guarded, new Limits(algebra.Ranges, input, Limit.PlusInfinity));
        }
        return guarded;
    }

    private Node Guard(Node product, Limits limits)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] vanishing = [.. product.Operands.Where(factor => limits.Of(factor) == Limit.Vanishing)];
        Node[] growing = [.. product.Operands.Where(factor => limits.Of(factor) is Limit.PlusInfinity or Limit.MinusInfinity or Limit.Infinite)];
        if (growing.Length == 0 || vanishing.Length == 0)
            return product;
        // One is enough; better one that does not grow where the input tends to the other side. A constant stays with what grows: ½ x · 2 does not
        // overflow where x · 2 does.
        Node weight = vanishing.FirstOrDefault(factor => algebra.Ranges.Of(factor).High < double.PositiveInfinity) ?? vanishing[0];
        Node[] constants = [.. product.Operands.Where(factor => factor.Operation == Operation.Constant)];
        Node strong = algebra.Call(Functions.StrongProduct, weight, algebra.Multiply([.. constants, .. growing]));
        return algebra.Multiply([.. product.Operands.Remove(weight).Where(factor => !constants.Contains(factor) && !growing.Contains(factor)), strong]);
    }

    // What is reduced from rows stays where it is.
    private static IEnumerable<Node> InputsOf(Node node)
    {
        if (node.Operation != Operation.Multiply)
            return [];
        HashSet<Node> seen = [];
        IEnumerable<Node> Visit(Node part) => !seen.Add(part) || part.IsReduction || part.IsShared ? []
            : part.Operation is Operation.Element or Operation.Scalar ? [part]
            : part.Operands.SelectMany(Visit);
        return Visit(node).ToArray();
    }
}
