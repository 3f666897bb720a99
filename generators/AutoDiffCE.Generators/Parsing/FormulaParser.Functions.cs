using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // The functions around what is being read, the innermost on top.
    private readonly Stack<Scope> scopes = new();

    // What locals and parameters of a delegate type hold.
    private readonly Dictionary<ISymbol, Callee> delegates = new(SymbolEqualityComparer.Default);

    // The value of a call by what it is a call of and with: a method that is called twice with the same arguments is read once.
    private readonly Dictionary<(ISymbol Function, Part? Self, bool IsCertain, string Arguments), (Node Value, bool HasFailed)> calls = [];

    private bool IsCertain(IOperation operation) => Evaluation.IsCertain(operation) && scopes.All(scope => scope.IsCertain);

    /// <summary>The value of a call of a function that has a body: the body is read in its place.</summary>
    private Node Call(IInvocationOperation invocation)
    {
        if (CalleeOf(invocation) is not { } callee)
            return Unknown(invocation);
        if (WhyNotRead(callee.Function) is { } reason)
            return RefuseCall(invocation, reason);

        ImmutableArray<IArgumentOperation> arguments = [.. invocation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal)];
        ImmutableDictionary<ISymbol, Node> variables = state.Variables;
        List<(ISymbol Parameter, Callee Function)> passed = [];
        List<int> key = [];
        for (int position = 0; position < arguments.Length; position++)
        {
            IParameterSymbol parameter = callee.Function.Parameters[position];
            IOperation value = arguments[position].Value;
            if (parameter.Type.TypeKind == TypeKind.Delegate)
            {
                if (DelegateOf(value) is not { } function)
                    return RefuseExpression(value);
                passed.Add((parameter, function));
                continue;
            }
            Node argument = Expression(value);
            key.Add(argument.Id);
            variables = variables.SetItem(parameter, argument);
        }
        if (callee.Body is null)
            return OfKnown(callee, variables) ?? RefuseCall(invocation);
        // Only now, since an argument may be a call of the same function.
        foreach ((ISymbol parameter, Callee function) in passed)
            delegates[parameter] = function;
        if (callee.Closes || passed.Count > 0)
            return Read(callee, variables, invocation);
        var call = (callee.Function, callee.Self, IsCertain(invocation), string.Join(",", key));
        if (calls.TryGetValue(call, out (Node Value, bool HasFailed) known))
        {
            // What is wrong with a call is wrong with each.
            unknowns += known.HasFailed ? 1 : 0;
            return known.Value;
        }
        int failures = Failures;
        Node result = Read(callee, variables, invocation);
        calls[call] = (result, Failures > failures);
        return result;
    }

    private Node? OfKnown(Callee callee, ImmutableDictionary<ISymbol, Node> arguments) =>
        OfNumbers(callee.Function.Name, [.. callee.Function.Parameters.Select(parameter => arguments[parameter])]);

    // What a function returns, its parameters and what it sees having values.
    private Node Read(Callee callee, ImmutableDictionary<ISymbol, Node> variables, IOperation call)
    {
        if (scopes.Any(scope => SymbolEqualityComparer.Default.Equals(scope.Function, callee.Function)))
            return RefuseRecursion(call, callee);
        FlowState before = state;
        state = new FlowState(variables, [], null);
        scopes.Push(new Scope(callee.Function, callee.Body!, callee.Self, IsCertain(call)));
        Run(callee.Body!);
        if (state.End is null && !problems.Any)
            ReportUnlessCSharpDoes(callee.Body!, "a path that returns nothing");
        scopes.Pop();
        Node value = state.End is null ? Unknown(call) : Result(state);
        state = before;
        return value;
    }

    // Null after a problem was reported.
    private Callee? CalleeOf(IInvocationOperation invocation)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return DelegateOf(invocation.Instance!) ?? Refused(() => RefuseCall(invocation));
        if (CalleeOf(method, null) is not { } callee)
            return Refused(() => RefuseCall(invocation, types.LossAttribute(method.ContainingType) is null ? "" : ", the formula of a loss of another assembly"));
        Part? self = null;
        return invocation.Instance is null || TryReadObject(invocation.Instance, out self) ? callee with { Self = self } : null;
    }

    private Callee? CalleeOf(IMethodSymbol method, Part? self) =>
        Callee.BodyOf(method, types.Compilation, cancellationToken) is { } body ? new Callee(method.PartialImplementationPart ?? method, body, self) : null;

    private static Callee? Refused(Func<Node> report)
    {
        report();
        return null;
    }

    /// <summary>The function that an expression of a delegate type stands for; null where nothing tells.</summary>
    private Callee? DelegateOf(IOperation value) => value switch
    {
        IConversionOperation conversion => DelegateOf(conversion.Operand),
        IParenthesizedOperation parenthesized => DelegateOf(parenthesized.Operand),
        IDelegateCreationOperation creation => DelegateOf(creation.Target),
        IAnonymousFunctionOperation lambda => new Callee(lambda.Symbol, lambda.Body, scopes.Peek().Self),
        IMethodReferenceOperation { Method: var method } when IsKnownFunction(method) => new Callee(method, null, null),
        IMethodReferenceOperation { Method: var method } reference => reference.Instance is null or IInstanceReferenceOperation
            ? CalleeOf(method, scopes.Peek().Self)
            : null,
        ILocalReferenceOperation local => delegates.TryGetValue(local.Local, out Callee? held) ? held : null,
        IParameterReferenceOperation parameter => delegates.TryGetValue(parameter.Parameter, out Callee? held) ? held : null,
        _ => null,
    };

    // Why a function with a body cannot be read in place of its call; null where it can.
    private string? WhyNotRead(IMethodSymbol function)
    {
        if (function.IsGenericMethod)
            return ", which is generic";
        if (function.IsVirtual || function.IsAbstract || (function.IsOverride && !function.IsSealed && !function.ContainingType.IsSealed))
            return ", which a derived class can override";
        if (function.ReturnsVoid)
            return ", which returns nothing";
        if (function.IsAsync)
            return ", which is asynchronous";
        if (function.Parameters.FirstOrDefault(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.IsParams) is { } parameter)
            return $", whose parameter '{parameter.Name}' is '{(parameter.IsParams ? "params" : parameter.RefKind == RefKind.Out ? "out" : "ref")}'";
        return null;
    }

    private Node RefuseRecursion(IOperation call, Callee callee)
    {
        IEnumerable<string> around = scopes.Reverse()
            .SkipWhile(scope => !SymbolEqualityComparer.Default.Equals(scope.Function, callee.Function))
            .Select(scope => NameOf(scope.Function));
        return RefuseCall(call, $", which calls itself ({string.Join(" → ", around.Append(NameOf(callee.Function)))})");
    }

    private static string NameOf(IMethodSymbol function) =>
        function.AssociatedSymbol?.Name ?? (function.MethodKind == MethodKind.AnonymousFunction ? "lambda" : function.Name);

    private Node RefuseCall(IOperation call, string reason = "")
    {
        SyntaxNode name = call.Syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
            InvocationExpressionSyntax { Expression: var target } => target,
            _ => call.Syntax,
        };
        bool isNamed = call is IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke };
        string called = isNamed ? ((IInvocationOperation)call).TargetMethod.Name : name.ToString();
        return Report(Descriptors.Call, call, name.GetLocation(), called, reason);
    }
}
