using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <content>The functions of whole rows, each by its definition.</content>
internal sealed partial class FormulaParser
{
    private Node? OfRows(IMethodSymbol method, ImmutableArray<Node> operands)
    {
        Node first = operands[0];
        return (method.Name, operands.Length) switch
        {
            ("Where", 3) => Logic.Choose(table, first, operands[1], operands[2]),
            ("Sum", 1) => Reduce(Operation.Sum, first),
            ("Mean", 1) => Quotient(Reduce(Operation.Sum, first), table.Length()),
            ("Max", 1) => Reduce(Operation.Max, first),
            ("Min", 1) => Reduce(Operation.Min, first),
            ("LogSumExp", 1) => Reduce(Operation.LogSumExp, first),
            ("Norm", 1) => Reduce(Operation.Norm, first),
            ("Norm", 2) => Norm(first, operands[1]),
            ("Variance", 2) => Variance(first, operands[1]),
            ("CosineSimilarity", 3) => CosineSimilarity(first, operands[1], operands[2]),
            ("Dot", 2) => Reduce(Operation.Sum, Product(first, operands[1])),
            ("Weighted", 2) => Weighted(first, operands[1]),
            ("Count", 1) => Reduce(Operation.Sum, table.Make(Operation.Select, first, table.Constant(1), table.Constant(0))),
            ("Index", 1) => table.Index(AxisSet.Row),
            // softmax(x) = e^(x − logSumExp x)
            ("Softmax", 1) => table.Call(Functions.Exp, LogSoftmax(first)),
            ("LogSoftmax", 1) => LogSoftmax(first),
            ("ArgMax", 1) => FirstOf(first, Reduce(Operation.Max, first)),
            ("ArgMin", 1) => FirstOf(first, Reduce(Operation.Min, first)),
            ("CumulativeSum", 1) when axes < MaxLambdas => UpTo(Operation.Sum, first, table.Constant(0)),
            ("CumulativeLogSumExp", 1) when axes < MaxLambdas => UpTo(Operation.LogSumExp, first, table.Constant(double.NegativeInfinity)),
            ("Reverse", 1) when axes < MaxLambdas => Reverse(first),
            ("Sort", 1) when axes + 1 < MaxLambdas => Sort(first, first, Precedes),
            ("Sort", 2) when axes + 1 < MaxLambdas => Sort(first, operands[1], Precedes),
            ("SortDescending", 1) when axes + 1 < MaxLambdas => Sort(first, first, (x, y) => Precedes(y, x)),
            ("OneHot", 2) when operands[1].Operation == Operation.Length => OneHot(first),
            _ => null,
        };
    }

    // log softmax(x) = x − logSumExp x
    private Node LogSoftmax(Node x) => Sum(x, table.Make(Operation.Negate, Reduce(Operation.LogSumExp, x)));

    private Node Weighted(Node row, Node weights)
    {
        Node product = Product(row, weights);
        weighted.Add(product);
        return product;
    }

    private Node OneHot(Node label)
    {
        Node isLabel = Comparison(Operation.Equal, table.Index(AxisSet.Row), label);
        return table.Make(Operation.Select, isLabel, table.Constant(1), table.Constant(0));
    }

    private Node With(Node row, IInvocationOperation invocation)
    {
        ImmutableArray<IOperation> arguments = [.. invocation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        Node? position = Position(arguments[0], canBeComputed: false);
        Node value = Expression(arguments[1]);
        return position is null
            ? Unknown(invocation)
            : table.Make(Operation.Select, Comparison(Operation.Equal, table.Index(AxisSet.Row), position), value, row);
    }

    // Σ (x − mean x)² / (C − correction), the mean being rounded: what is left of the mean of the deviations is taken from them.
    private Node Variance(Node x, Node correction)
    {
        Node Centered(Node row) => Sum(row, table.Make(Operation.Negate, Quotient(Reduce(Operation.Sum, row), table.Length())));
        Node deviation = Centered(Centered(x));
        Node freedom = correction.IsConstant(0) ? table.Length() : Sum(table.Length(), table.Make(Operation.Negate, correction));
        return Quotient(Reduce(Operation.Sum, Product(deviation, deviation)), freedom);
    }

    // a · b / (max(|a|, ε) max(|b|, ε))
    private Node CosineSimilarity(Node a, Node b, Node epsilon)
    {
        Node Length(Node row) => Elementary("Max", [Reduce(Operation.Norm, row), epsilon])!;
        return Quotient(Reduce(Operation.Sum, Product(a, b)), Product(Length(a), Length(b)));
    }

    // (Σ |x|^p)^(1/p), and its limit at ∞
    private Node Norm(Node x, Node p)
    {
        Node size = table.Call(Functions.Abs, x);
        Node largest = Reduce(Operation.Max, size);
        if (p.Operation == Operation.Constant)
        {
            switch (p.Value)
            {
                case 1: return Reduce(Operation.Sum, size);
                case 2: return Reduce(Operation.Norm, x);
                case double.PositiveInfinity: return largest;
            }
        }
        Node sum = Reduce(Operation.Sum, table.Call(Functions.Pow, size, p));
        Node root = table.Call(Functions.Pow, sum, Quotient(table.Constant(1), p));
        return p.Operation == Operation.Constant ? root : Logic.Choose(table, Comparison(Operation.Equal, p, table.Constant(double.PositiveInfinity)), largest, root);
    }

    // The first index at which a row has a value, or NaN, which the value is then, too.
    private Node FirstOf(Node row, Node value)
    {
        Node isThere = Logic.Or(table, Comparison(Operation.Equal, row, value), IsNaN(row));
        return Reduce(Operation.Min, table.Make(Operation.Select, isThere, table.Index(AxisSet.Row), table.Constant(double.PositiveInfinity)));
    }

    // What the elements up to each one are together.
    private Node UpTo(Operation reduction, Node row, Node none) => AlongAnother(axis =>
    {
        Node isBefore = Comparison(Operation.LessThanOrEqual, table.Index(axis), table.Index(AxisSet.Row));
        return table.Reduce(reduction, axis, table.Make(Operation.Select, isBefore, At(row, table.Index(axis)), none));
    });

    private Node Reverse(Node row)
    {
        Node fromEnd = Sum(Sum(table.Length(), table.Constant(-1)), table.Make(Operation.Negate, table.Index(AxisSet.Row)));
        return AlongAnother(axis => Taken(row, axis, table.Index(axis), fromEnd));
    }

    // The items in the order of their keys: at each place, the one of which the key has so many before it.
    private Node Sort(Node keys, Node items, Func<Node, Node, Node> precedes) =>
        AlongAnother(axis => Taken(items, axis, AlongAnother(other => Rank(keys, axis, other, precedes)), table.Index(AxisSet.Row)));

    // How many keys precede one, and of those that do not differ in order, those that stand before it.
    private Node Rank(Node keys, int axis, int other, Func<Node, Node, Node> precedes)
    {
        (Node key, Node otherKey) = (At(keys, table.Index(axis)), At(keys, table.Index(other)));
        // One is not compared with itself, which no number of digits decides.
        Node isBefore = Logic.And(table, Comparison(Operation.LessThan, table.Index(other), table.Index(axis)), Logic.Not(table, precedes(key, otherKey)));
        Node isBehind = Logic.And(table, Comparison(Operation.LessThan, table.Index(axis), table.Index(other)), precedes(otherKey, key));
        return Count(other, Logic.Or(table, isBefore, isBehind));
    }

    // NaN is before all numbers, as in the arrays of .NET.
    private Node Precedes(Node x, Node y) =>
        Logic.Or(table, Comparison(Operation.LessThan, x, y), Logic.And(table, IsNaN(x), Logic.Not(table, IsNaN(y))));

    // NaN alone is not itself.
    private Node IsNaN(Node x) => Logic.Not(table, Comparison(Operation.Equal, x, x));

    // The element whose place along an axis is the one that is wanted.
    private Node Taken(Node row, int axis, Node place, Node wanted)
    {
        Node isThere = Comparison(Operation.Equal, place, wanted);
        return table.Reduce(Operation.Sum, axis, table.Make(Operation.Select, isThere, At(row, table.Index(axis)), table.Constant(0)));
    }

    private Node AlongAnother(Func<int, Node> function)
    {
        Node value = function(AxisSet.Row + ++axes);
        axes--;
        return value;
    }
}
