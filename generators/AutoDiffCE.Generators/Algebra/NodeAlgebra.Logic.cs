using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    // Nothing is less than itself, NaN included.
    public Node LessThan(Node left, Node right) =>
        ReferenceEquals(left, right) ? Table.Truth(false)
        : AreConstants(left, right) ? Table.Truth(left.Value < right.Value)
        : Order(left, right) ?? Table.Make(Operation.LessThan, left, right);

    // a ≤ a is a = a, which NaN is not.
    public Node LessThanOrEqual(Node left, Node right) =>
        ReferenceEquals(left, right) ? Equal(left, right)
        : AreConstants(left, right) ? Table.Truth(left.Value <= right.Value)
        : Order(left, right) ?? Table.Make(Operation.LessThanOrEqual, left, right);

    private static bool AreConstants(Node left, Node right) => left.Operation == Operation.Constant && right.Operation == Operation.Constant;

    // An index is less than the length, and than what is more.
    private Node? Order(Node left, Node right) =>
        left.Operation == Operation.Index && IsBehindRow(right) ? Table.Truth(true)
        : right.Operation == Operation.Index && IsBehindRow(left) ? Table.Truth(false)
        : null;

    private static bool IsBehindRow(Node node) => node.Operation switch
    {
        Operation.Length => true,
        Operation.Add => node.Operands.Count(term => term.Operation == Operation.Length) == 1
            && node.Operands.All(term => term.Operation == Operation.Length || (term.Operation == Operation.Constant && term.Value >= 0)),
        _ => false,
    };

    public Node Equal(Node left, Node right)
    {
        // An integer equals itself; a real need not (NaN).
        if (ReferenceEquals(left, right) && left.Kind == ValueKind.Integer)
            return Table.Truth(true);
        if (AreConstants(left, right))
            return Table.Truth(left.Value == right.Value);
        // What is behind the row is no position in it.
        if (Order(left, right) is not null)
            return Table.Truth(false);
        // a = b is b = a: the index that varies along an axis stands first.
        bool swap = right.Operation == Operation.Index && (left.Operation != Operation.Index || right.Axis < left.Axis);
        return swap ? Table.Make(Operation.Equal, right, left) : Table.Make(Operation.Equal, left, right);
    }

    public Node And(Node left, Node right)
    {
        if (left.Operation == Operation.Truth)
            return left.Value != 0 ? right : left;
        if (right.Operation == Operation.Truth)
            return right.Value != 0 ? left : right;
        return ReferenceEquals(left, right) ? left : Table.Make(Operation.And, left, right);
    }

    public Node Or(Node left, Node right)
    {
        if (left.Operation == Operation.Truth)
            return left.Value != 0 ? left : right;
        if (right.Operation == Operation.Truth)
            return right.Value != 0 ? right : left;
        return ReferenceEquals(left, right) ? left : Table.Make(Operation.Or, left, right);
    }

    public Node Not(Node x) => x.Operation switch
    {
        Operation.Truth => Table.Truth(x.Value == 0),
        Operation.Not => x.First,
        _ => Table.Make(Operation.Not, x),
    };

    /// <summary>A selection; where both sides are truths, the condition itself.</summary>
    public Node Select(Node condition, Node whenTrue, Node whenFalse)
    {
        if (condition.Operation == Operation.Truth)
            return condition.Value != 0 ? whenTrue : whenFalse;
        if (condition.Operation == Operation.Not)
            return Select(condition.First, whenFalse, whenTrue);
        // c ? (c ? a : _) : b = c ? a : b, and likewise on the other side
        if (whenTrue.Operation == Operation.Select && ReferenceEquals(whenTrue.First, condition))
            whenTrue = whenTrue.Second;
        if (whenFalse.Operation == Operation.Select && ReferenceEquals(whenFalse.First, condition))
            whenFalse = whenFalse.Third;
        if (ReferenceEquals(whenTrue, whenFalse))
            return whenTrue;
        if (IsSameWhereEqual(condition, whenTrue, whenFalse))
            return whenFalse;
        // c ? (d ? a : 0) : (d ? b : 0) = d ? (c ? a : b) : 0, and likewise on the other side
        if (IsGuarded(whenTrue) && IsGuarded(whenFalse) && ReferenceEquals(whenTrue.First, whenFalse.First)
            && (IsZero(whenTrue.Second) ? IsZero(whenFalse.Second) : IsZero(whenFalse.Third)))
            return Select(whenTrue.First, Select(condition, whenTrue.Second, whenFalse.Second), Select(condition, whenTrue.Third, whenFalse.Third));
        if (whenTrue.Kind == ValueKind.Boolean)
            return Or(And(condition, whenTrue), And(Not(condition), whenFalse));
        return Table.Make(Operation.Select, condition, whenTrue, whenFalse);
    }

    // i = k ? f_k : f_i = f_i
    private bool IsSameWhereEqual(Node condition, Node whenTrue, Node whenFalse)
    {
        if (condition.Operation != Operation.Equal || !Positions.AreWhole(condition) || whenTrue.Kind != ValueKind.Real)
            return false;
        return ReferenceEquals(Replace(whenFalse, condition.First, condition.Second), whenTrue)
            || ReferenceEquals(Replace(whenFalse, condition.Second, condition.First), whenTrue);
    }
}
