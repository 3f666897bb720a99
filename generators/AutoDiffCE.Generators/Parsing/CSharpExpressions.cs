using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// Expressions of hyper-parameters alone that a formula cannot read, and need not: they have no derivative, and C# computes them once per call. They are found
/// by reading: where that fails, the smallest such expression around the failure is taken, so that as much as can be is left to the rules of the compiler, and
/// the formula is read again.
/// </summary>
/// <param name="types">The types that mean something.</param>
/// <param name="check">Knows what depends on hyper-parameters alone.</param>
internal sealed class CSharpExpressions(KnownTypes types, CSharpCheck check)
{
    // One in another needs a reading for each. After so many, the largest is taken.
    private const int PatientReadings = 4;

    private readonly List<(SyntaxTree Tree, TextSpan Span, ITypeSymbol Type)> found = [];
    private readonly HashSet<(SyntaxTree Tree, TextSpan Span)> places = [];
    private readonly HashSet<(SyntaxTree Tree, TextSpan Span)> rows = [];
    private int readings;

    /// <summary>How many were found in all, those included that lie in another.</summary>
    public int Found { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => found.Count;

    /// <summary>Takes into account that the formula is read once more.</summary>
    public void Restart() => readings++;

    /// <summary>Whether an expression is one of them.</summary>
    public bool Contains(IOperation operation) => places.Contains(Place(operation))
        && found.Exists(other => other.Tree == operation.Syntax.SyntaxTree && other.Span == operation.Syntax.Span && Same(other.Type, operation.Type));

    /// <summary>Takes an expression that could not be read, where it is one of hyper-parameters alone.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="before">How many there were before it was read.</param>
    /// <param name="scopes">The functions around it.</param>
    public void Consider(IOperation operation, int before, Stack<Scope> scopes)
    {
        FormulaType type = types.Classify(operation.Type);
        bool isRow = type is FormulaType.Row or FormulaType.Array;
        if (!isRow && type is not (FormulaType.Real or FormulaType.Integer or FormulaType.Truth or FormulaType.Enumeration))
            return;
        bool hasInner = Count > before;
        if (hasInner && !(IsWhole(operation) || readings > PatientReadings || (!isRow && found.Skip(before).Any(inner => rows.Contains((inner.Tree, inner.Span))))))
            return;
        if (scopes.Peek().Self is not null || !check.IsOfHyperParameters(operation, scopes))
            return;
        while (Count > before)
        {
            places.Remove((found[before].Tree, found[before].Span));
            found.RemoveAt(before);
        }
        if (isRow)
            rows.Add(Place(operation));
        Found++;
        places.Add(Place(operation));
        found.Add((operation.Syntax.SyntaxTree, operation.Syntax.Span, operation.Type!));
    }

    // What decides whether a part of it is computed at all, as null decides about a value; and what is one number of a row.
    private static bool IsWhole(IOperation operation) => operation switch
    {
        IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or ISwitchExpressionOperation or IIsPatternOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
        IArrayElementReferenceOperation or IPropertyReferenceOperation => true,
        _ => false,
    };

    private static (SyntaxTree Tree, TextSpan Span) Place(IOperation operation) => (operation.Syntax.SyntaxTree, operation.Syntax.Span);

    private static bool Same(ITypeSymbol left, ITypeSymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
