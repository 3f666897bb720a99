using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Fixes the order in which the elements of a row are computed, operation by operation. An element is compared with the extremum of its row, and the
/// largest has to be found equal to itself: at the label, or at another index, fewer factors vary, like terms meet and a condition is decided, and what is
/// then multiplied or added in another order is rounded in another way.
/// </summary>
internal sealed class FixedOrder(NodeAlgebra algebra)
{
    private readonly PivotOrder pivots = new(algebra);

    /// <summary>A row whose elements are rounded alike wherever they are taken.</summary>
    /// <param name="row">The row, along an axis.</param>
    /// <param name="axis">The axis.</param>
    public Node Fix(Node row, int axis) => new Rewriter((node, operands) => Fix(node, operands, axis)).Rewrite(row);

    private Node Fix(Node node, ImmutableArray<Node> operands, int axis)
    {
        // Also a side that does not vary is computed by itself: x² · x² is not rounded like x · x · x · x.
        if (node.Operation == Operation.Select)
            return algebra.Select(operands[0], Apart(operands[1]), Apart(operands[2]));
        Node rebuilt = algebra.Rebuild(node, operands);
        if (!rebuilt.Axes.Contains(axis))
            return rebuilt;
        return rebuilt.Operation switch
        {
            Operation.Multiply => Apart(Product(rebuilt, axis)),
            Operation.Add => Apart(Sum(rebuilt)),
            _ => rebuilt,
        };
    }

    // What does not vary is multiplied first, once for all elements.
    private Node Product(Node product, int axis) => product.Operands
        .OrderBy(factor => factor.Axes.Contains(axis))
        .Aggregate((left, right) => algebra.Multiply(Apart(left), right));

    private Node Sum(Node sum)
    {
        if (PivotOrder.HasPivot(sum))
            return InOrder(pivots.PartsOf(sum).Select(InOrder));
        return InOrder(sum.Operands);
    }

    private Node InOrder(IEnumerable<Node> terms) => terms.Aggregate((left, right) => algebra.Add(Apart(left), Apart(right)));

    private Node Apart(Node node) => node.Operation is Operation.Add or Operation.Multiply ? algebra.Call(Functions.Grouped, node) : node;
}
