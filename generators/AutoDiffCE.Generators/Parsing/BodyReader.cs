using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Reads the body of a formula, and again where some of it turns out to be C# that needs no reading.</summary>
internal sealed class BodyReader(
    KnownTypes types,
    Problems problems,
    INamedTypeSymbol loss,
    IMethodSymbol method,
    ImmutableArray<FormulaInput> inputs,
    FormulaOrigins? origins,
    CancellationToken cancellationToken)
{
    private static readonly HashSet<ISymbol> nothing = new(SymbolEqualityComparer.Default);

    /// <summary>The formula, and what it leaves to C#; null where there is a problem.</summary>
    public (Formula? Formula, CSharpPart? CSharp) Read()
    {
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (Nesting.Of(declaration) > Nesting.Deepest)
            throw new FormulaException("it is nested too deeply; split it into several losses");
        SemanticModel model = types.Compilation.GetSemanticModel(declaration.SyntaxTree);
        if (origins is not null)
            origins.Method = method;
        if (!SignatureParser.CanRead(method, types, cancellationToken) || model.GetOperation(declaration, cancellationToken) is not IMethodBodyOperation body)
            return (null, null);
        (Formula? formula, CSharpPart? csharp) = Work.Limit(() => Read(body));
        return formula?.Value.Depth > Work.MaxDepth
            ? throw new FormulaException(FormattableString.Invariant(
                $"it is nested {formula.Value.Depth} levels deep, and {Work.MaxDepth} is the most; split it into several losses"))
            : (formula, csharp);
    }

    private (Formula? Formula, CSharpPart? CSharp) Read(IMethodBodyOperation body)
    {
        int total = problems.Total, count = problems.Count;
        (Formula? formula, Captures captures) = ReadWith(nothing, body);
        // Elements of a captured row that nothing else is read of do not say that it has one for each class.
        HashSet<ISymbol> free = captures.RowsOfElements;
        if (formula is not null && free.Count > 0)
        {
            (Formula? freed, Captures others) = ReadWith(free, body);
            // Where a length is to be that of the rows, as in a loop over them, it is. Where the length of a row decides, it may decide about an element.
            if (freed is null || Search.Reaches(freed.Value, _ => true, IsAboutLength))
            {
                problems.Rewind(total, count);
                (freed, others) = ReadWith(nothing, body);
            }
            (formula, captures) = (freed, others);
        }
        return (formula, captures.Part());
    }

    private static bool IsAboutLength(Node node)
    {
        if (node.Operation is not (Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal))
            return false;
        Operation[] leaves = [.. TopologicalOrder.FromLeaves([node]).Where(part => part.Operands.IsEmpty).Select(part => part.Operation)];
        return leaves.Contains(Operation.Length) && leaves.All(leaf => leaf is Operation.Length or Operation.Constant or Operation.HyperParameter);
    }

    // Each reading finds at least one more expression that is left to C#, or is the last.
    private (Formula? Formula, Captures Captures) ReadWith(HashSet<ISymbol> free, IMethodBodyOperation body)
    {
        int total = problems.Total, count = problems.Count;
        var leftToCSharp = new CSharpExpressions(types, new CSharpCheck(types, loss, method, cancellationToken));
        while (true)
        {
            problems.Rewind(total, count);
            origins?.Restart();
            int before = leftToCSharp.Found;
            var parser = new FormulaParser(types, problems, loss, method, inputs, leftToCSharp, free, origins, cancellationToken);
            Formula? formula = parser.Parse(body, inputs);
            if (problems.IsInvalid || leftToCSharp.Found == before)
                return (formula, parser.Captured);
            leftToCSharp.Restart();
        }
    }
}
