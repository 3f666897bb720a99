using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    public Node Sum(int axis, Node body, Node? excluded = null) => Reduce(Operation.Sum, axis, body, excluded);

    /// <summary>A reduction: what does not vary stands outside, and what one index alone gets is taken out of it.</summary>
    public Node Reduce(Operation reduction, int axis, Node body, Node? excluded = null)
    {
        if (excluded is null && body.Operation == Operation.Select && PickedIndex(body.First, axis) is { } index)
            return ReduceWithPick(reduction, axis, body, index);
        // the excluded index never meets a condition that picks it
        if (excluded is not null && body.Axes.Contains(axis))
            body = Replace(body, Equal(Table.Index(axis), excluded), Table.Truth(false));
        if (reduction == Operation.Sum)
            return SumOf(axis, body, excluded);
        if (excluded is null && !body.Axes.Contains(axis))
            return ReduceConstant(reduction, body);
        return Table.Reduce(reduction, axis, body, excluded);
    }

    // max, min of what does not vary is itself; log Σ e^a = a + log(number of terms); √Σ a² = |a| √(number of terms)
    private Node ReduceConstant(Operation reduction, Node body) => reduction switch
    {
        Operation.LogSumExp => Add(body, Call(Functions.Log, Table.Length())),
        Operation.Norm => Multiply(Call(Functions.Abs, body), Call(Functions.Sqrt, Table.Length())),
        Operation.Max or Operation.Min => body,
        _ => throw new UnknownOperationException(reduction),
    };

    /// <summary>The index k where a condition says that the position along an axis is k.</summary>
    public Node? PickedIndex(Node condition, int axis) =>
        condition.Operation != Operation.Equal ? null
        : IsPick(condition.First, condition.Second, axis) ? condition.Second
        : IsPick(condition.Second, condition.First, axis) ? condition.First
        : null;

    // A number is the index of an element where rows are known to have one there.
    private bool IsPick(Node position, Node index, int axis) =>
        position.Operation == Operation.Index && position.Axis == axis && index.IsClassIndex && !index.Axes.Contains(axis)
        && (index.Kind == ValueKind.Integer || (index.Operation == Operation.Constant && index.Value < Table.MinClasses));

    // Σ_i (i = k ? f : g) = f_k + Σ_{i≠k} g;  max and log Σ exp likewise, where −∞ (∞ for min) adds nothing
    private Node ReduceWithPick(Operation reduction, int axis, Node body, Node index)
    {
        Node picked = At(body.Second, axis, index);
        Node others = Reduce(reduction, axis, body.Third, index);
        switch (reduction)
        {
            case Operation.Sum:
                return Add(picked, others);
            case Operation.Max when picked.IsConstant(double.NegativeInfinity):
            case Operation.Min when picked.IsConstant(double.PositiveInfinity):
                return others;
            case Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm:
                return Table.Reduce(reduction, axis, body);
            default:
                throw new UnknownOperationException(reduction);
        }
    }

    private static bool HasInfiniteTerm(Node sum) => TermsOf(sum).Any(term =>
        (term.Operation == Operation.Constant && double.IsInfinity(term.Value)) || (term.Is(Functions.Grouped) && HasInfiniteTerm(term.First)));

    private Node SumOf(int axis, Node body, Node? excluded)
    {
        if (IsZero(body))
            return Constant(0);
        // Σ_i e^(u_i − log Σ e^u) = 1, where all i have the same log Σ e^u
        if (excluded is null && SoftmaxIn(body) is { IsRow: true, LeftOut: null } softmax && softmax.Position.Axis == axis)
            return Constant(1);
        // Σ −a = −Σ a
        if (body.Operation == Operation.Negate)
            return Negate(SumOf(axis, body.First, excluded));
        // Σ (c ? a_i : 0) = c ? Σ a_i : 0
        if (IsGuarded(body) && !body.First.Axes.Contains(axis))
            return Select(body.First, SumOf(axis, body.Second, excluded), SumOf(axis, body.Third, excluded));
        // Σ a b_i = a Σ b_i, but for a² b_i²: a b_i may be in range where its factors' squares are not. And but for −∞ as it is written: its multiples by
        // numbers of both signs have no sum.
        Node[] outside =
        [
            .. Factors(body).GroupBy(factor => factor)
                .Where(same => same.Count() == 1 && !same.Key.Axes.Contains(axis) && !HasInfiniteTerm(same.Key))
                .Select(same => same.Key),
        ];
        if (outside.Length > 0 && body.Axes.Contains(axis))
            return Multiply([.. outside, SumOf(axis, Multiply(Factors(body).Where(factor => !outside.Contains(factor))), excluded)]);
        // Σ a_i / b = (Σ a_i) / b
        if (body.Operation == Operation.Divide && !body.Second.Axes.Contains(axis) && body.Axes.Contains(axis))
            return Divide(SumOf(axis, body.First, excluded), body.Second);
        // Σ a = a · (number of terms), of which there is none where one class is left out of one
        if (!body.Axes.Contains(axis))
            return excluded is null ? Multiply(body, Table.Length()) : Call(Functions.StrongProduct, Add(Table.Length(), Constant(-1)), body);
        return Table.Reduce(Operation.Sum, axis, body, excluded);
    }
}
