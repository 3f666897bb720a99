using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// Reads the body of a formula by running it on expressions instead of numbers: each local holds an expression, both sides of a branch
/// are run, and where they meet a selection chooses. Problems are collected and reading goes on, so that one look shows all of them.
/// </summary>
internal sealed partial class FormulaParser
{
    private readonly NodeTable table = new();
    private readonly KnownTypes types;
    private readonly Problems problems;
    private readonly Captures captures;
    private readonly IMethodSymbol method;
    private readonly Dictionary<Node, string> hints = [];
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> picking = new(StringComparer.Ordinal);
    private readonly HashSet<Node> weighted = [];
    private readonly Rewriter holding;
    private readonly HashSet<ISymbol> refused = new(SymbolEqualityComparer.Default);
    private readonly CSharpExpressions leftToCSharp;
    private readonly HashSet<ISymbol> free;
    private readonly FormulaOrigins? origins;
    private readonly CancellationToken cancellationToken;
    private FlowState state = FlowState.Start;
    private int unknowns;

    public FormulaParser(
        KnownTypes types,
        Problems problems,
        INamedTypeSymbol loss,
        IMethodSymbol method,
        ImmutableArray<FormulaInput> inputs,
        CSharpExpressions leftToCSharp,
        HashSet<ISymbol> free,
        FormulaOrigins? origins,
        CancellationToken cancellationToken)
    {
        holding = HeldInputs.Holding(table, node => CarriedVariables.Held(table, node));
        this.leftToCSharp = leftToCSharp;
        this.free = free;
        this.origins = origins;
        this.types = types;
        this.problems = problems;
        this.cancellationToken = cancellationToken;
        this.method = method;
        captures = new Captures(table, types, problems, loss, method, inputs);
    }

    /// <summary>What was captured.</summary>
    public Captures Captured => captures;

    /// <summary>The formula, its integer inputs told apart by their use; null where there is a problem.</summary>
    public Formula? Parse(IMethodBodyOperation body, ImmutableArray<FormulaInput> inputs)
    {
        IOperation block = body.BlockBody ?? body.ExpressionBody!;
        scopes.Push(new Scope(method, block, null, true));
        Run(block);
        if (state.End is null && !problems.Any)
            ReportUnlessCSharpDoes(body, "a path that returns nothing");
        if (problems.Any)
            return null;
        if (unknowns > 0)
            throw new InvalidOperationException("Something that could not be read has not been reported.");

        Node value = Result(state);
        ImmutableArray<FormulaInput> used = [.. inputs.Select(Classified)];
        HyperParameter[] captured = [.. captures.HyperParameters.Select(parameter => WithRole(parameter, value))];
        Rewriter rewriter = NumbersOf([.. used.Where(input => input.Kind == InputKind.Integer).Select(input => input.Name)]);
        Dictionary<Node, string> named = [];
        foreach (KeyValuePair<Node, string> hint in hints)
            named[rewriter.Rewrite(hint.Key)] = hint.Value;
        var formula = new Formula(table, rewriter.Rewrite(value), used, [.. captured], named);
        origins?.Finish(formula, rewriter);
        return formula;
    }

    // Only when the formula has been read is it known which integers are labels: the others may be negative, and pick nothing.
    private Rewriter NumbersOf(HashSet<string> integers) => new((node, operands) =>
        node.Operation == Operation.Label && integers.Contains(node.Name) ? table.Integer(node.Name) : table.With(node, operands));

    // A captured row that only weighs others may be empty, and is all ones then. What the whole batch shares is computed apart, with the row as it is.
    private HyperParameter WithRole(HyperParameter parameter, Node value)
    {
        if (!parameter.IsRow)
            return parameter;
        Node[] users = [.. TopologicalOrder.FromLeaves([value])
            .Where(node => node.Operands.Any(operand => operand.Operation == Operation.SharedElement && operand.Name == parameter.Name))];
        return parameter with { IsOptional = users.Length > 0 && users.All(user => weighted.Contains(user) && !user.IsShared) };
    }

    private FormulaInput Classified(FormulaInput input) => input with
    {
        Kind = labels.Contains(input.Name) ? InputKind.Label : input.Kind,
        PicksElement = picking.Contains(input.Name),
    };

    // C# follows every path too, and where it has an error to report, that is enough.
    private Node ReportUnlessCSharpDoes(IOperation operation, string construct)
    {
        if (!CSharpReports())
            return Report(Descriptors.Construct, operation, construct);
        problems.Invalidate();
        return Unknown(operation);
    }

    private bool CSharpReports() => scopes.Select(scope => scope.Body).Any(body => body.SemanticModel!.GetDiagnostics(body.Syntax.Parent?.Span, cancellationToken)
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    private Node Report(DiagnosticDescriptor descriptor, IOperation operation, Location location, params object[] arguments)
    {
        problems.Report(descriptor, location, arguments);
        return Unknown(operation);
    }

    private Node Report(DiagnosticDescriptor descriptor, IOperation operation, params object[] arguments) =>
        Report(descriptor, operation, operation.Syntax.GetLocation(), arguments);

    // What stands for an expression in error, so that reading can go on.
    private Node Unknown(IOperation operation)
    {
        unknowns++;
        return types.Classify(operation.Type) is FormulaType.Truth or FormulaType.Mask ? table.Truth(false) : table.Constant(double.NaN);
    }

    // Whatever is in error has been complained about, or stands for something that has been.
    private int Failures => problems.Count + unknowns;

    private void Hint(string name, Node node)
    {
        if (node.Operands.Length > 0 && !Tuples.Is(node) && node.Operation is not (Operation.Element or Operation.SharedElement) && !hints.ContainsKey(node))
            hints.Add(node, name);
    }

    private static string Text(IOperation operation) => operation.Syntax.ToString();
}
