using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

/// <summary>A raw node with the operators of C#: what the parser makes of the same text.</summary>
internal readonly record struct Expression(Node Node, Notation Notation)
{
    private NodeTable Table => Notation.Table;

    /// <summary>The element of a row at one index.</summary>
    public Expression this[Expression index] => Notation.At(this, index);

    public static Expression operator +(Expression left, Expression right) => left.Make(Operation.Add, left.Node, right.Node);

    public static Expression operator +(Expression left, double right) => left + left.Notation.Number(right);

    public static Expression operator +(double left, Expression right) => right.Notation.Number(left) + right;

    public static Expression operator -(Expression operand) => operand.Make(Operation.Negate, operand.Node);

    public static Expression operator -(Expression left, Expression right) => left + -right;

    public static Expression operator -(Expression left, double right) => left - left.Notation.Number(right);

    public static Expression operator -(double left, Expression right) => right.Notation.Number(left) - right;

    public static Expression operator *(Expression left, Expression right) => left.Make(Operation.Multiply, left.Node, right.Node);

    public static Expression operator *(double left, Expression right) => right.Notation.Number(left) * right;

    public static Expression operator /(Expression left, Expression right) => left.Make(Operation.Divide, left.Node, right.Node);

    public static Expression operator /(Expression left, double right) => left / left.Notation.Number(right);

    public static Expression operator /(double left, Expression right) => right.Notation.Number(left) / right;

    public static Expression operator <(Expression left, Expression right) => left.Make(Operation.LessThan, left.Node, right.Node);

    public static Expression operator >(Expression left, Expression right) => right < left;

    public static Expression operator <(Expression left, double right) => left < left.Notation.Number(right);

    public static Expression operator >(Expression left, double right) => left.Notation.Number(right) < left;

    public static Expression operator <=(Expression left, Expression right) => left.Make(Operation.LessThanOrEqual, left.Node, right.Node);

    public static Expression operator >=(Expression left, Expression right) => right <= left;

    public Expression Is(Expression other) => Make(Operation.Equal, Node, other.Node);

    public override string ToString() => Node.ToString();

    private Expression Make(Operation operation, params Node[] operands) => this with { Node = Table.Make(operation, operands) };
}
