using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Tests.Formulas;

/// <summary>The names of LossMath over raw nodes, so that a test spells a formula as its user would.</summary>
internal sealed class Notation
{
    private const int Row = AxisSet.Row;

    public Notation() => NodeAlgebra = new NodeAlgebra(Table);

    public NodeTable Table { get; } = new();

    public NodeAlgebra NodeAlgebra { get; }

    /// <summary>The row input of most tests, along the row axis.</summary>
    public Expression X => RowInput("x");

    /// <summary>The label of most tests.</summary>
    public Expression Y => Label("y");

    public Expression Index => Wrap(Table.Index(Row));

    public Expression Length => Wrap(Table.Length());

    public Expression Number(double value) => Wrap(Table.Constant(value));

    public Expression RowInput(string name) => Wrap(Table.Element(name, Table.Index(Row)));

    public Expression SharedRow(string name) => Wrap(Table.SharedElement(name, Table.Index(Row)));

    public Expression Scalar(string name) => Wrap(Table.Scalar(name));

    public Expression HyperParameter(string name) => Wrap(Table.HyperParameter(name));

    public Expression Label(string name, int extraClasses = 0) => Wrap(Table.Label(name, extraClasses));

    public Expression Call(Function function, params Expression[] operands) =>
        Wrap(Table.Call(function, [.. operands.Select(operand => operand.Node)]));

    public Expression Exp(Expression x) => Call(Functions.Exp, x);

    public Expression ExpM1(Expression x) => Call(Functions.ExpM1, x);

    public Expression Log(Expression x) => Call(Functions.Log, x);

    public Expression LogP1(Expression x) => Call(Functions.LogP1, x);

    public Expression Sqrt(Expression x) => Call(Functions.Sqrt, x);

    public Expression Pow(Expression x, Expression exponent) => Call(Functions.Pow, x, exponent);

    public Expression Abs(Expression x) => Call(Functions.Abs, x);

    public Expression Max(Expression x, Expression y) => Call(Functions.Max, x, y);

    public Expression Min(Expression x, Expression y) => Call(Functions.Min, x, y);

    public Expression Clamp(Expression x, Expression low, Expression high) => Call(Functions.Clamp, x, low, high);

    public Expression Erf(Expression x) => Call(Functions.Erf, x);

    public Expression Tanh(Expression x) => Call(Functions.Tanh, x);

    public Expression Sigmoid(Expression x) => Call(Functions.Sigmoid, x);

    public Expression Softplus(Expression x) => Call(Functions.Softplus, x);

    public Expression LogSigmoid(Expression x) => Call(Functions.LogSigmoid, x);

    public Expression Relu(Expression x) => Call(Functions.Relu, x);

    public Expression XLogX(Expression x) => Call(Functions.XLogX, x);

    public Expression XLogY(Expression x, Expression y) => Call(Functions.XLogY, x, y);

    public Expression Where(Expression condition, Expression whenTrue, Expression whenFalse) =>
        Wrap(Table.Make(Operation.Select, condition.Node, whenTrue.Node, whenFalse.Node));

    public Expression Sum(Expression row) => Reduce(Operation.Sum, row);

    public Expression Mean(Expression row) => Sum(row) / Length;

    public Expression Max(Expression row) => Reduce(Operation.Max, row);

    public Expression Min(Expression row) => Reduce(Operation.Min, row);

    public Expression LogSumExp(Expression row) => Reduce(Operation.LogSumExp, row);

    public Expression Norm(Expression row) => Reduce(Operation.Norm, row);

    public Expression Softmax(Expression row) => Exp(row) / Sum(Exp(row));

    public Expression LogSoftmax(Expression row) => row - LogSumExp(row);

    /// <summary>A row as it stands at one index: what the parser makes of row[index].</summary>
    public Expression At(Expression row, Expression index) => Wrap(AtIndex(row.Node, index.Node));

    public Expression Wrap(Node node) => new(node, this);

    private Expression Reduce(Operation reduction, Expression row) => Wrap(Table.Reduce(reduction, Row, row.Node));

    private Node AtIndex(Node node, Node index)
    {
        if (!node.Axes.Contains(Row))
            return node;
        return node.Operation == Operation.Index ? index : Table.With(node, [.. node.Operands.Select(operand => AtIndex(operand, index))]);
    }
}
