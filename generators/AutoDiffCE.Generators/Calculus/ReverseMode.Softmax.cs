using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Calculus;

/// <content>
/// The softmax p_k = e^(u_k − log Σ e^u) and its logarithm as functions of their own. What flows back to u_j from a, which flows back to log p, is
/// a_j − p_j Σ a. Where one u is so large that all of the softmax is its own, that is rounding; it is the same as (1 − p_j) Σ a − Σ_{k≠j} a_k,
/// whose parts are as small as their difference.
/// </content>
internal sealed partial class ReverseMode
{
    // Each k has the same log-sum-exp, and all of them count for it.
    private LogSoftmax? SoftmaxOf(Node exponential) => algebra.SoftmaxIn(exponential) is { IsRow: true, LeftOut: null } softmax ? softmax : null;

    // Nothing flows back to one that all samples share.
    private LogSoftmax? LogSoftmaxIn(Node sum) => algebra.LogSoftmaxesIn(sum).FirstOrDefault(softmax => softmax is { IsRow: true, LogSumExp.IsShared: false });

    // p (h − Σ p h): the adjoint h of p itself is taken in front of the product
    private void PropagateSoftmax(Node node, LogSoftmax softmax, Node adjoint)
    {
        Node ofLogarithm = algebra.Multiply(adjoint, node);
        Node difference = algebra.Multiply(node, algebra.Subtract(adjoint, algebra.Sum(softmax.Position.Axis, ofLogarithm)));
        PropagateToNumerator(node, softmax.LogSumExp, softmax.Position.Axis, ofLogarithm, difference);
    }

    // A softmax whose row is another one at an index, where that index is left out: there u has lost the question whether it is there.
    private LogSoftmax? SoftmaxBesideIndexOf(Node exponential) => exponential.Is(Functions.Exp)
        ? algebra.LogSoftmaxesIn(exponential.First).FirstOrDefault(softmax => softmax is { IsAll: true, IsRow: true, LeftOut: not null })
        : null;

    private void PropagateSoftmaxBesideIndex(Node node, LogSoftmax softmax, Node adjoint)
    {
        Node ofLogarithm = algebra.Multiply(adjoint, node);
        PropagateBesideIndex(node, softmax, ofLogarithm, algebra.Multiply(node, algebra.Subtract(adjoint, algebra.Sum(softmax.Position.Axis, ofLogarithm))));
    }

    // What flows back to u is that of the softmax beside the index. At the index only the sum has part in it, and the numerator that is not the sum's.
    private void PropagateBesideIndex(Node user, LogSoftmax softmax, Node ofLogarithm, Node difference)
    {
        (Node logSumExp, int axis) = (softmax.LogSumExp, softmax.Position.Axis);
        Node index = algebra.PickedIndex(softmax.LeftOut!, logSumExp.Axis)!;
        Node u = algebra.Rename(logSumExp.First, logSumExp.Axis, axis);
        Node picked = algebra.Call(Functions.Exp, algebra.Subtract(algebra.At(u, axis, index), logSumExp));
        Node isPicked = algebra.Equal(algebra.Table.Index(axis), index);
        Node atIndex = algebra.Negate(algebra.Multiply(picked, algebra.Sum(axis, ofLogarithm)));
        Node part = algebra.Select(isPicked, atIndex, PartOf(u, axis, ofLogarithm, difference));
        Contribute(logSumExp.Axes | AxisSet.Of(logSumExp.Axis), logSumExp.First, algebra.Rename(part, axis, logSumExp.Axis));
        Node element = algebra.Rename(algebra.Replace(logSumExp.First, softmax.LeftOut!, algebra.Table.Truth(false)), logSumExp.Axis, axis);
        ContributeToSum(user.Axes, element, algebra.Select(isPicked, algebra.At(ofLogarithm, axis, index), algebra.Constant(0)));
    }

    private void PropagateLogSoftmax(Node sum, LogSoftmax terms, Node adjoint)
    {
        int axis = terms.Position.Axis;
        Node scaled = algebra.WithCoefficient(terms.Scale, adjoint);
        Node numerator = algebra.Rename(terms.LogSumExp.First, terms.LogSumExp.Axis, axis);
        Node softmax = algebra.Call(Functions.Exp, algebra.Subtract(numerator, terms.LogSumExp));
        Node difference = algebra.Subtract(scaled, algebra.Multiply(softmax, algebra.Sum(axis, scaled)));
        if (terms.LeftOut is null)
            PropagateToNumerator(sum, terms.LogSumExp, axis, scaled, difference);
        else
            PropagateBesideIndex(sum, terms, scaled, difference);
        if (LogSoftmaxIn(algebra.Add(terms.Others)) is { } next)
        {
            PropagateLogSoftmax(sum, next, adjoint);
            return;
        }
        foreach (Node other in terms.Others)
            Contribute(sum.Axes, other, adjoint);
    }

    // p and L where a node is (Σ e^u)^p = e^(p L)
    private static (Node Exponent, Node LogSumExp)? PowerOfSumOf(Node node) =>
        node.Is(Functions.Exp) && node.First is { Operands.Length: 2 } product
            && (product.Operation == Operation.Multiply || product.Is(Functions.StrongProduct))
            && product.First.IsShared && product.Second.Operation == Operation.LogSumExp
            ? (product.First, product.Second)
            : null;

    // p (Σ e^u)^(p − 1) e^u_i, as one exponential: where p is 1 up to a little, a little is left of L, and e^(p L) has lost the digits that e^u_i has. A
    // power below 0 makes 0 of what has overflowed, and so does the softmax beside it.
    private void PropagatePowerOfSum(Node node, Node exponent, Node logSumExp, Node adjoint)
    {
        // The power may vary along axes that the sum does not, and one of them may have the name of the axis that the sum binds.
        int axis = (node.Axes | logSumExp.First.Axes).FirstFree();
        Node body = algebra.Rename(logSumExp.First, logSumExp.Axis, axis);
        Node rest = algebra.Call(
            Functions.StrongProduct, algebra.Subtract(exponent, algebra.Constant(1)), algebra.Call(Functions.Pivot, logSumExp));
        Node merged = algebra.Call(Functions.Exp, algebra.Add(body, rest));
        Node apart = algebra.Multiply(node, algebra.Call(Functions.Exp, algebra.Subtract(body, logSumExp)));
        Node power = algebra.Call(Functions.PrintedAs, algebra.Select(algebra.LessThan(algebra.Constant(0), exponent), merged, apart), apart);
        Node part = algebra.Multiply(power, algebra.Call(Functions.StrongProduct, exponent, adjoint));
        foreach (int other in (node.Axes - logSumExp.Axes).Members())
            part = algebra.Sum(other, part);
        ContributeToTerms(logSumExp, algebra.Rename(part, axis, logSumExp.Axis));
    }

    // The difference a_j − p_j Σ a, and at the peak what it is there
    private void PropagateToNumerator(Node user, Node logSumExp, int axis, Node adjoint, Node difference)
    {
        Node numerator = algebra.Rename(logSumExp.First, logSumExp.Axis, axis);
        ContributeToSum(user.Axes, numerator, PartOf(numerator, axis, adjoint, difference));
    }

    private void ContributeToSum(AxisSet positions, Node sum, Node part)
    {
        foreach (Node term in NodeAlgebra.TermsOf(sum))
        {
            Node operand = term.Operation == Operation.Negate ? term.First : term;
            Contribute(positions, operand, ReferenceEquals(operand, term) ? part : algebra.Negate(part));
        }
    }

    private Node PartOf(Node numerator, int axis, Node adjoint, Node difference)
    {
        var parts = new SoftmaxParts(algebra, axis, numerator, null);
        Node others = algebra.Multiply(parts.Tail, algebra.Call(Functions.ReciprocalOrZero, parts.Sum));
        Node peak = algebra.Subtract(algebra.Call(Functions.StrongProduct, others, algebra.Sum(axis, adjoint)), parts.SumBesideLargest(adjoint));
        return algebra.Call(Functions.PrintedAs, algebra.Select(parts.IsPeak, peak, difference), difference);
    }
}
