using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// Makes nodes in canonical form, so that what means the same is the same node: sums and products are flat, signs stand outside
/// products, selections that are zero on one side stand outermost. Every law here is exact in real
/// numbers and loses no digits in floating point.
/// </summary>
internal sealed partial class NodeAlgebra(NodeTable table)
{
    public NodeTable Table { get; } = table;

    /// <summary>What is known of the values of nodes.</summary>
    public Ranges Ranges => field ??= new(this);

    /// <summary>What can be infinite for finite inputs.</summary>
    public Overflow Overflow => field ??= new(this, null);

    /// <summary>A number; zero has no sign.</summary>
    public Node Constant(double value) => Table.Constant(value == 0 ? 0 : value);

    /// <summary>The canonical form of a node over operands that are in canonical form already.</summary>
    public Node Rebuild(Node node, ImmutableArray<Node> operands) => node.Operation switch
    {
        Operation.Constant => Constant(node.Value),
        Operation.Add => Add(operands),
        Operation.Multiply => Multiply(operands),
        Operation.Negate => Negate(operands[0]),
        Operation.Divide => Divide(operands[0], operands[1]),
        Operation.Call => Call(node.Function!, [.. operands]),
        Operation.LessThan => LessThan(operands[0], operands[1]),
        Operation.LessThanOrEqual => LessThanOrEqual(operands[0], operands[1]),
        Operation.Equal => Equal(operands[0], operands[1]),
        Operation.And => And(operands[0], operands[1]),
        Operation.Or => Or(operands[0], operands[1]),
        Operation.Not => Not(operands[0]),
        Operation.Select => Select(operands[0], operands[1], operands[2]),
        Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm =>
            Reduce(node.Operation, node.Axis, operands[0], operands.Length == 2 ? operands[1] : null),
        Operation.Truth or Operation.HyperParameter or Operation.Scalar or Operation.Label or Operation.Index or Operation.Length => node,
        Operation.Element or Operation.SharedElement => Table.With(node, operands),
        _ => throw new UnknownOperationException(node.Operation),
    };

    /// <summary>The canonical form of a whole expression.</summary>
    public Node Canonical(Node node) => new Rewriter(Rebuild).Rewrite(node);

    /// <summary>An elementary function, its sign laws applied.</summary>
    public Node Call(Function function, params Node[] operands)
    {
        Node x = operands[0];

        // log σ(x) = −softplus(−x)
        if (function == Functions.LogSigmoid)
            return Negate(Call(Functions.Softplus, Negate(x)));

        // |−x| = |x|; of a − b and b − a, that which was made first
        if (function == Functions.Abs && Negate(x) is var opposite && opposite.Id < x.Id)
            return Call(function, opposite);

        if (function.IsExact && FoldExact(function, operands) is { } folded)
            return folded;

        // e^0 = 1, log 1 = 0
        if (function == Functions.Exp && x.IsConstant(0))
            return Constant(1);
        if (function == Functions.Log && x.IsConstant(1))
            return Constant(0);

        // c x is finite where x is, for a number c
        if (function == Functions.ZeroIfFinite && SplitCoefficient(x) is { Term.Operation: not Operation.Constant } multiple
            && Math.Abs(multiple.Coefficient) < double.PositiveInfinity && !ReferenceEquals(multiple.Term, x))
        {
            return Call(function, multiple.Term);
        }

        // An extremum of what turned out not to vary is that, and every element is as large.
        if (function == Functions.Attained && x.Operation is not (Operation.Max or Operation.Min))
            return Constant(1);
        if (function == Functions.ElementAt)
            return ElementAt(x, operands[1]);
        if (function == Functions.Pow)
            return Power(x, operands[1]);
        if (function == Functions.StrongProduct)
            return StrongProduct(x, operands[1]);
        if (function == Functions.QuotientOrZero)
            return QuotientOrZero(x, operands[1]);
        if (function == Functions.WeightedQuotient)
            return WeightedQuotient(x, operands[1], operands[2]);
        return Table.Call(function, operands);
    }

    /// <summary>x^p: products for small whole exponents, which are faster and exact in sign.</summary>
    public Node Power(Node x, Node exponent)
    {
        if (exponent.Operation != Operation.Constant)
            return Table.Call(Functions.Pow, x, exponent);
        return exponent.Value switch
        {
            0 => Constant(1),
            1 => x,
            2 => Multiply(x, x),
            3 => Multiply(x, x, x),
            4 => Multiply(x, x, x, x),
            0.5 => Table.Call(Functions.Sqrt, x),
            -1 => Divide(Constant(1), x),
            _ => Table.Call(Functions.Pow, x, exponent),
        };
    }

    /// <summary>What is added up before anything is added to it: the largest of some sums, taken from that sum, is exactly zero.</summary>
    public Node Group(Node sum) => sum.Operation is Operation.Add or Operation.Select ? Call(Functions.Grouped, sum) : sum;

    /// <summary>a − b, and 0 where both are the same infinity, or the same number.</summary>
    public Node Gap(Node a, Node b) => Select(Equal(a, b), Constant(0), Subtract(a, b));

    /// <summary>
    /// The adjoint of the operand of a maximum that is preferred when it is larger: none where it is smaller, half on a tie, all elsewhere: at NaN, too.
    /// </summary>
    public Node Half(Node other, Node preferred, Node adjoint) =>
        Multiply(adjoint, Select(LessThan(preferred, other), Constant(0), Select(Equal(other, preferred), Constant(0.5), Constant(1))));

    // The result is one of the operands, up to its sign, or a whole number.
    // f(1, 2) is a number; f(c ? 1 : 2, 3) = c ? f(1, 3) : f(2, 3) is a selection of numbers
    private Node? FoldExact(Function function, Node[] operands)
    {
        if (operands.All(operand => operand.Operation == Operation.Constant))
        {
            double[] x = [.. operands.Select(operand => operand.Value), 0, 0];
            return Constant(function.Evaluate(x[0], x[1], x[2]));
        }
        Node selection = operands[0];
        Node[] others = [.. operands.Skip(1)];
        if (!IsSelectionOfConstants(selection) || !others.All(operand => operand.Operation == Operation.Constant))
            return null;
        return Select(selection.First, Call(function, [selection.Second, .. others]), Call(function, [selection.Third, .. others]));
    }

    private static bool IsSelectionOfConstants(Node node) =>
        node is { Operation: Operation.Select, Second.Operation: Operation.Constant, Third.Operation: Operation.Constant };

    // Of what turned out not to vary, every element is that; and one that is left out of an extremum is below all others, or above them.
    private Node ElementAt(Node extremum, Node index)
    {
        if (extremum.Operation is not (Operation.Max or Operation.Min))
            return extremum;
        if (extremum.Excluded is not { } excluded)
            return Table.Call(Functions.ElementAt, extremum, index);
        Node beyond = Constant(extremum.Operation == Operation.Max ? double.NegativeInfinity : double.PositiveInfinity);
        return Select(Equal(index, excluded), beyond, At(extremum.First, extremum.Axis, index));
    }

    // 0 · b = 0 and a · 0 = 0; a constant that is not zero is an ordinary factor
    private Node StrongProduct(Node weight, Node factor)
    {
        if (weight.IsConstant(0) || factor.IsConstant(0))
            return Constant(0);
        // (c ? a : 0) · b = c ? a · b : 0, and likewise with the other factor, which is not looked at where the condition fails
        if (IsGuarded(weight))
            return Select(weight.First, StrongProduct(weight.Second, factor), StrongProduct(weight.Third, factor));
        if (IsGuarded(factor))
            return Select(factor.First, StrongProduct(weight, factor.Second), StrongProduct(weight, factor.Third));
        bool isOrdinary = weight.Operation == Operation.Constant || factor.Operation == Operation.Constant;
        return isOrdinary ? Multiply(weight, factor) : Table.Call(Functions.StrongProduct, weight, factor);
    }
}
