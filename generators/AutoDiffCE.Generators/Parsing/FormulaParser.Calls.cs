using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    private static readonly Dictionary<string, Function> functions = Functions.Callable.ToDictionary(function => function.Name, StringComparer.Ordinal);

    private Node Invocation(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        bool isLossMath = types.IsLossMath(method.ContainingType);
        if (invocation.Instance is { } instance && types.IsRow(instance.Type) && method.Name == "With")
            return With(Expression(instance), invocation);
        if (!IsKnownFunction(method))
            return invocation.Instance is { } other && IsRefused(other) ? Unknown(invocation) : Call(invocation);

        int errors = problems.Count;
        ImmutableArray<IOperation> arguments = [.. invocation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => argument.Value)];
        if (isLossMath && arguments.Length == 2 && method.Parameters[1].Type.TypeKind == TypeKind.Delegate)
            return OfTerms(method.Name, Expression(arguments[0]), arguments[1]) ?? RefuseCall(invocation);

        ImmutableArray<Node> operands = [.. arguments.Select(Expression)];
        if (isLossMath && method.Name == "OneHot" && operands[0].Operation == Operation.Label)
        {
            if (IsBeyondRow(operands[0]))
                return RefuseBeyondRow(operands[0], arguments[0]);
            MarkPicking(operands[0]);
        }
        if (isLossMath && method.Name == "OneHot" && IsCertain(invocation))
            NeedElement(operands[0]);
        Node? value = (isLossMath ? OfRows(method, operands) : null) ?? OfNumbers(method.Name, operands);
        if (value is not null)
            return value;
        // An operand in error may be all that is wrong with the call.
        return problems.Count > errors ? Unknown(invocation) : RefuseCall(invocation);
    }

    // One whose values and derivatives the compiler knows, by its name.
    private bool IsKnownFunction(IMethodSymbol method) => types.IsLossMath(method.ContainingType) || (types.IsMath(method.ContainingType) && method.IsStatic);

    private Node? OfNumbers(string name, ImmutableArray<Node> operands) => ByDefinition(name, operands) ?? Elementary(name, operands);

    private Node? Elementary(string name, ImmutableArray<Node> operands)
    {
        if (!functions.TryGetValue(name, out Function? function) || function.Arity != operands.Length)
            return null;
        Node call = table.Call(function, [.. operands]);
        // the larger and the smaller of two are a comparison of them
        return function == Functions.Max || function == Functions.Min ? Meeting(call, operands[0], operands[1]) : call;
    }

    // What is not elementary, each by its definition: powers, so that every rule about products and quotients is one about them, and what System.Math and
    // System.Double have beyond the elementary functions.
    private Node? ByDefinition(string name, ImmutableArray<Node> operands)
    {
        Node x = operands.Length > 0 ? operands[0] : table.Constant(0);
        return (name, operands.Length) switch
        {
            ("Square", 1) => Product(x, x),
            ("Cube", 1) => table.Make(Operation.Multiply, x, x, x),
            ("Reciprocal", 1) => Quotient(table.Constant(1), x),
            ("Log", 2) => Quotient(table.Call(Functions.Log, x), table.Call(Functions.Log, operands[1])),
            ("Log2", 1) => Quotient(table.Call(Functions.Log, x), table.Call(Functions.Log, table.Constant(2))),
            ("Log10", 1) => Quotient(table.Call(Functions.Log, x), table.Call(Functions.Log, table.Constant(10))),
            ("Exp2", 1) => table.Call(Functions.Pow, table.Constant(2), x),
            ("Log1mExp", 1) => LogOfRest(x),
            ("LogSubExp", 2) => Sum(x, LogOfRest(Sum(operands[1], table.Make(Operation.Negate, x)))),
            ("IsNaN", 1) => IsNaN(x),
            ("IsInfinity", 1) => Comparison(Operation.Equal, table.Call(Functions.Abs, x), table.Constant(double.PositiveInfinity)),
            ("IsPositiveInfinity", 1) => Comparison(Operation.Equal, x, table.Constant(double.PositiveInfinity)),
            ("IsNegativeInfinity", 1) => Comparison(Operation.Equal, x, table.Constant(double.NegativeInfinity)),
            ("IsFinite", 1) => Comparison(Operation.LessThan, table.Call(Functions.Abs, x), table.Constant(double.PositiveInfinity)),
            ("StopGradient", 1) => Held(x),
            ("FusedMultiplyAdd", 3) => Sum(Product(x, operands[1]), operands[2]),
            _ => null,
        };
    }

    // The same of inputs that are held. What a row of weights does to others it does there, too.
    private Node Held(Node value)
    {
        Node held = holding.Rewrite(value);
        weighted.UnionWith([.. weighted.Select(holding.Rewrite)]);
        return held;
    }

    // log(1 − e^u)
    private Node LogOfRest(Node u) =>
        table.Call(Functions.Log, Sum(table.Constant(1), table.Make(Operation.Negate, table.Call(Functions.Exp, u))));

    private Node Reduce(Operation reduction, Node row) => table.Reduce(reduction, AxisSet.Row, row);

    private Node Sum(Node left, Node right) => table.Make(Operation.Add, left, right);

    private Node Product(Node left, Node right) => table.Make(Operation.Multiply, left, right);

    private Node Quotient(Node dividend, Node divisor) => table.Make(Operation.Divide, dividend, divisor);
}
