using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

internal sealed partial class Algebra
{
    /// <summary>The log-sum-exp L where an expression is e^(u_k − L), u being what L runs over, and the axis of k.</summary>
    public (Node LogSumExp, int Axis)? SoftmaxOver(Node node) =>
        node.Is(Functions.Exp) && node.First.Operation == Operation.Add ? LogSoftmaxOver(node.First) : null;

    /// <summary>The log-sum-exp L where an expression is u_k − L, u being what L runs over, and the axis of k.</summary>
    public (Node LogSumExp, int Axis)? LogSoftmaxOver(Node difference)
    {
        foreach (Node term in difference.Operands)
        {
            if (term is not { Operation: Operation.Negate, First: { Operation: Operation.LogSumExp } logSumExp })
                continue;
            Node numerator = Add(difference, logSumExp);
            foreach (int axis in numerator.Axes.Members())
            {
                if (ReferenceEquals(Rename(logSumExp.First, logSumExp.Axis, axis), numerator))
                    return (logSumExp, axis);
            }
        }
        return null;
    }
}
