using System.Collections.Immutable;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Scheduling;

/// <summary>
/// Writes named functions in terms of what a register can do, after differentiation, so that value and gradient share the parts: the exponential of a
/// softplus is that of its sigmoid, the exponentials of a log-sum-exp are those of its softmax.
/// </summary>
internal sealed class Lowering
{
    private readonly Algebra algebra;
    private readonly Rewriter rewriter;

    public Lowering(Algebra algebra)
    {
        this.algebra = algebra;
        rewriter = new Rewriter(Lower);
    }

    public Node Lower(Node root) => rewriter.Rewrite(root);

    private Node Lower(Node node, ImmutableArray<Node> operands)
    {
        // What the batch shares is computed once, in double, by the functions themselves.
        if (node.IsShared && node.Axes.IsEmpty)
            return node;
        if (node.Is(Functions.Exp) && SoftmaxOver(node) is { } logSumExp)
            return LowerSoftmax(node.First, logSumExp);
        if (node.Operation == Operation.LogSumExp)
            return algebra.Add(PivotOf(node), algebra.Call(Functions.Log, SumOfExponentials(node)));
        if (node.Operation == Operation.Norm)
            return LowerNorm(node);
        return node.Operation == Operation.Call ? LowerCall(node, operands) : algebra.Rebuild(node, operands);
    }

    private Node LowerCall(Node node, ImmutableArray<Node> operands)
    {
        Node x = operands[0];
        Node zero = algebra.Constant(0);
        Node one = algebra.Constant(1);

        // log(1 + e^x) = max(0, x) + log(1 + e^−|x|)
        if (node.Is(Functions.Softplus))
            return algebra.Add(algebra.Call(Functions.Max, zero, x), algebra.Call(Functions.LogP1, Decay(x)));
        // σ(x) = 1 / (1 + e^−x) = e^x / (1 + e^x), whichever exponential is at most 1
        if (node.Is(Functions.Sigmoid))
            return algebra.Divide(algebra.Select(IsNegative(x), Decay(x), one), algebra.Add(one, Decay(x)));
        // the smaller of the upper bound and the larger of the lower bound and x
        if (node.Is(Functions.Clamp))
            return algebra.Call(Functions.Min, operands[2], algebra.Call(Functions.Max, operands[1], x));
        if (node.Is(Functions.Relu))
            return algebra.Call(Functions.Max, zero, x);
        if (node.Is(Functions.Sign))
            return algebra.Select(algebra.LessThan(zero, x), one, algebra.Select(algebra.LessThan(x, zero), algebra.Constant(-1), x));
        // 0 log 0 = 0
        if (node.Is(Functions.XLogX))
            return algebra.Call(Functions.StrongProduct, x, algebra.Call(Functions.Log, x));
        if (node.Is(Functions.XLogY))
            return algebra.Call(Functions.StrongProduct, x, algebra.Call(Functions.Log, operands[1]));
        return algebra.Rebuild(node, operands);
    }

    // e^−|x|: one exponential for x and for −x
    private Node Decay(Node x) => algebra.Call(Functions.Exp, algebra.Negate(algebra.Call(Functions.Abs, x)));

    // −x < 0 is 0 < x
    private Node IsNegative(Node x) => x.Operation == Operation.Negate
        ? algebra.LessThan(algebra.Constant(0), x.First)
        : algebra.LessThan(x, algebra.Constant(0));

    private Node PivotOf(Node logSumExp) =>
        algebra.Call(Functions.Pivot, algebra.Reduce(Operation.Max, logSumExp.Axis, Lower(logSumExp.First), logSumExp.Excluded));

    // Σ e^(u_i − pivot), every term at most 1
    private Node SumOfExponentials(Node logSumExp)
    {
        Node shifted = algebra.Subtract(Lower(logSumExp.First), PivotOf(logSumExp));
        return algebra.Table.Reduce(Operation.Sum, logSumExp.Axis, algebra.Call(Functions.Exp, shifted), logSumExp.Excluded);
    }

    // √Σ u² = s √Σ (u/s)² with s = max |u|, so that no square overflows and the largest does not underflow. A row of zeros stays as it is, and so
    // does one that reaches infinity.
    private Node LowerNorm(Node norm)
    {
        Node row = Lower(norm.First);
        Node largest = algebra.Reduce(Operation.Max, norm.Axis, algebra.Call(Functions.Abs, row), norm.Excluded);
        Node isUnfit = algebra.Or(algebra.Equal(largest, algebra.Constant(0)), algebra.Equal(largest, algebra.Constant(double.PositiveInfinity)));
        Node scale = algebra.Select(isUnfit, algebra.Constant(1), largest);
        Node scaled = algebra.Divide(row, scale);
        return algebra.Multiply(scale, algebra.Call(Functions.Sqrt, algebra.Sum(norm.Axis, algebra.Multiply(scaled, scaled), norm.Excluded)));
    }

    // e^(u_k − log Σ e^u) = e^(u_k − pivot) / Σ e^(u_i − pivot)
    private Node LowerSoftmax(Node exponent, Node logSumExp)
    {
        Node numerator = Lower(algebra.Add(exponent, logSumExp));
        Node shifted = algebra.Subtract(numerator, PivotOf(logSumExp));
        return algebra.Multiply(algebra.Call(Functions.Exp, shifted), algebra.Call(Functions.ReciprocalOrZero, SumOfExponentials(logSumExp)));
    }

    /// <summary>The log-sum-exp L where an exponential is e^(u_k − L), u being what L runs over.</summary>
    private Node? SoftmaxOver(Node exponential)
    {
        if (exponential.First.Operation != Operation.Add)
            return null;
        foreach (Node term in exponential.First.Operands)
        {
            if (term is not { Operation: Operation.Negate, First: { Operation: Operation.LogSumExp } logSumExp })
                continue;
            Node numerator = algebra.Add(exponential.First, logSumExp);
            foreach (int axis in numerator.Axes.Members())
            {
                if (ReferenceEquals(algebra.Rename(logSumExp.First, logSumExp.Axis, axis), numerator))
                    return logSumExp;
            }
        }
        return null;
    }
}
