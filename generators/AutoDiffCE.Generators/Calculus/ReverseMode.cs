using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Calculus;

/// <summary>
/// Reverse-mode differentiation over the graph: the adjoint of a node is the derivative of the result with respect to it, times the
/// upstream. Nodes are visited from the result down, each once, when its adjoint is complete.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
internal sealed partial class ReverseMode(NodeAlgebra algebra)
{
    private readonly Dictionary<Node, List<Node>> contributions = [];

    /// <summary>The derivative of the result by each input, times the upstream: along the row axis for a row, one value for a scalar.</summary>
    public Node[] Differentiate(Node result, Node upstream, IReadOnlyList<FormulaInput> inputs) => Differentiate(result, upstream, inputs, out _);

    /// <summary>The derivative of the result by each input, times the upstream, in the form that is computed and in the one that is printed.</summary>
    /// <param name="result">What is differentiated.</param>
    /// <param name="upstream">What flows back to it.</param>
    /// <param name="inputs">By what it is differentiated.</param>
    /// <param name="printed">The same derivatives, without the cases that keep digits where a softmax is all at one place.</param>
    public Node[] Differentiate(Node result, Node upstream, IReadOnlyList<FormulaInput> inputs, out Node[] printed)
    {
        // A row may be one number at every position: all of the upstream flows back to it.
        Contribute(result.Axes, result, upstream);
        Dictionary<string, List<Node>> gradients = inputs.ToDictionary(input => input.Name, _ => new List<Node>());
        foreach (Node node in TopologicalOrder.FromResult(result))
        {
            if (!node.IsMoving || node.Kind != ValueKind.Real || !contributions.TryGetValue(node, out List<Node>? parts))
                continue;
            Node adjoint = algebra.Add(parts);
            if (adjoint.IsConstant(0))
                continue;
            if (node.Operation is Operation.Element or Operation.Scalar)
            {
                if (gradients.TryGetValue(node.Name, out List<Node>? gradient))
                    gradient.Add(node.Operation == Operation.Scalar ? adjoint : AlongRow(node.First, adjoint));
            }
            else
            {
                Propagate(node, adjoint);
            }
        }
        Node[] sums = [.. inputs.Select(input => algebra.Add(gradients[input.Name]))];
        printed = [.. sums.Select(Form(operand: 1))];
        return [.. sums.Select(Form(operand: 0))];
    }

    // One of the two forms that a derivative can have.
    private Func<Node, Node> Form(int operand) =>
        new Rewriter((node, operands) => node.Is(Functions.PrintedAs) ? operands[operand] : algebra.RebuildNormalized(node, operands)).Rewrite;

    // What one element gets, written for every element of the row: x[k] gives [i = k ? adjoint : 0].
    private Node AlongRow(Node index, Node adjoint)
    {
        if (index.Operation == Operation.Index)
            return algebra.Rename(adjoint, index.Axis, AxisSet.Row);
        // x[k − 1] at every k: each element gets what all positions k that use it contribute.
        List<int> positions = [];
        foreach (int axis in index.Axes.Members().ToArray())
        {
            int position = (index.Axes | adjoint.Axes | AxisSet.Of(AxisSet.Row)).FirstFree();
            index = algebra.Rename(index, axis, position);
            adjoint = algebra.Rename(adjoint, axis, position);
            positions.Add(position);
        }
        Node part = algebra.Select(algebra.Equal(algebra.Table.Index(AxisSet.Row), index), adjoint, algebra.Constant(0));
        return positions.Aggregate(part, (sum, position) => algebra.Sum(position, sum));
    }

    private void Propagate(Node node, Node adjoint)
    {
        switch (node.Operation)
        {
            case Operation.Add when LogSoftmaxIn(node) is { } softmax:
                PropagateLogSoftmax(node, softmax, adjoint);
                break;

            case Operation.Add:
                foreach (Node term in node.Operands)
                    Contribute(node.Axes, term, adjoint);
                break;

            // (a b c)' by a = b c
            case Operation.Multiply:
                // (a^n b)' by a = n a^(n − 1) b
                foreach (IGrouping<Node, Node> power in node.Operands.GroupBy(factor => factor))
                    Contribute(node.Axes, power.Key, algebra.Multiply([algebra.Constant(power.Count()), adjoint, .. node.Operands.Remove(power.Key)]));
                break;

            case Operation.Negate:
                Contribute(node.Axes, node.First, algebra.Negate(adjoint));
                break;

            // (a / (b / c))' by c = a / b: at c = 0, b / c is infinite
            case Operation.Divide when node.Second.Operation == Operation.Divide:
                Contribute(node.Axes, node.First, algebra.Divide(adjoint, node.Second));
                Contribute(node.Axes, node.Second.First, algebra.Negate(algebra.Divide(algebra.Multiply(adjoint, node), node.Second.First)));
                Contribute(node.Axes, node.Second.Second, algebra.Divide(algebra.Multiply(adjoint, node.First), node.Second.First));
                break;

            // (a / b)' by a = 1 / b, by a factor x of b = −(a / b) / x: all of b, and then the rest of it, could overflow or underflow
            case Operation.Divide:
                Contribute(node.Axes, node.First, algebra.Divide(adjoint, node.Second));
                foreach (Node factor in FactorsOf(node.Second).Where(factor => factor.IsMoving))
                    Contribute(node.Axes, factor, algebra.Negate(algebra.Divide(algebra.Multiply(adjoint, node), factor)));
                break;

            case Operation.Call when SoftmaxOf(node) is { } softmax:
                PropagateSoftmax(node, softmax, adjoint);
                break;

            case Operation.Call when SoftmaxBesideIndexOf(node) is { } softmax:
                PropagateSoftmaxBesideIndex(node, softmax, adjoint);
                break;

            case Operation.Call when PowerOfSumOf(node) is { } power:
                PropagatePowerOfSum(node, power.Exponent, power.LogSumExp, adjoint);
                break;

            case Operation.Call:
                Node[] parts = Derivatives.Of(algebra, node.Function!, node.Operands, node, adjoint);
                for (int operand = 0; operand < parts.Length; operand++)
                    Contribute(node.Axes, node.Operands[operand], parts[operand]);
                break;

            case Operation.Select:
                Contribute(node.Axes, node.Second, algebra.GuardedBy(adjoint, node.First));
                Contribute(node.Axes, node.Third, algebra.GuardedBy(adjoint, algebra.Not(node.First)));
                break;

            case Operation.Constant or Operation.HyperParameter or Operation.SharedElement:
                break;

            default:
                PropagateReduction(node, adjoint);
                break;
        }
    }

    private static IEnumerable<Node> FactorsOf(Node node) => node.Operation == Operation.Multiply ? node.Operands : [node];

    private void PropagateReduction(Node node, Node adjoint)
    {
        Node body = node.First;
        Node part = node.Operation switch
        {
            Operation.Sum => adjoint,
            // (log Σ e^u)' by u_i = e^(u_i − log Σ e^u)
            Operation.LogSumExp => algebra.Multiply(adjoint, algebra.Call(Functions.Exp, algebra.Subtract(body, node))),
            // (√Σ u²)' by u_i = u_i / √Σ u², 0 for the zero row
            Operation.Norm => algebra.Select(
                algebra.Equal(node, algebra.Constant(0)), algebra.Constant(0), algebra.Multiply(adjoint, algebra.Divide(body, node))),
            // the largest (smallest) gets the adjoint; a tie splits it equally
            Operation.Max or Operation.Min => algebra.Select(IsExtremum(node), algebra.Divide(adjoint, TiesOf(node)), algebra.Constant(0)),
            _ => throw new UnknownOperationException(node.Operation),
        };
        ContributeToTerms(node, part);
    }

    // What flows back to the terms of a reduction: nothing to the one that is left out.
    private void ContributeToTerms(Node reduction, Node part)
    {
        if (reduction.Excluded is { } excluded)
            part = algebra.Select(algebra.Equal(algebra.Table.Index(reduction.Axis), excluded), algebra.Constant(0), part);
        Contribute(reduction.Axes | AxisSet.Of(reduction.Axis), reduction.First, part);
    }

    private Node IsExtremum(Node reduction) =>
        algebra.Equal(algebra.Call(Functions.Attained, reduction, algebra.Table.Index(reduction.Axis)), algebra.Constant(1));

    private Node TiesOf(Node reduction) =>
        algebra.Sum(reduction.Axis, algebra.Select(IsExtremum(reduction), algebra.Constant(1), algebra.Constant(0)), reduction.Excluded);

    // An operand that does not vary along an axis of its user is used at every position: its parts are summed, also where they are all the same.
    private void Contribute(AxisSet positions, Node operand, Node part)
    {
        if (!operand.IsMoving || operand.Kind != ValueKind.Real || part.IsConstant(0))
            return;
        foreach (int axis in ((positions | part.Axes) - operand.Axes).Members())
            part = algebra.Sum(axis, part);
        if (!contributions.TryGetValue(operand, out List<Node>? parts))
            contributions[operand] = parts = [];
        parts.Add(part);
    }
}
