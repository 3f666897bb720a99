using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// Rows of the class. One of which elements are read that all samples share, and nothing else, may be of any length: its elements are numbers that are
/// captured. Any other has one element for each class.
/// </summary>
internal sealed partial class FormulaParser
{
    // Null where the row has one element for each class, or is none of the class.
    private Node? LengthOfCaptured(IOperation row)
    {
        if (CapturedRow(row) is not { } symbol)
            return null;
        if (free.Contains(symbol))
            return captures.PartOf(symbol, ".Length", "Length", isInteger: true);
        captures.NoteElement(symbol);
        return null;
    }

    private Node FreeElement(IOperation row, ISymbol symbol, IOperation index)
    {
        bool isFromEnd = IsFromEnd(index);
        // One that hyper-parameters tell is left to C#.
        if (NumberOf(index) is not { } number || number < (isFromEnd ? 1 : 0) || number > int.MaxValue)
            return RefuseIndex(row, index);
        string position = number.ToString("F0", CultureInfo.InvariantCulture);
        return captures.PartOf(symbol, isFromEnd ? $"[^{position}]" : $"[{position}]", (isFromEnd ? "FromEnd" : "") + position, isInteger: false);
    }

    private Node RefuseIndex(IOperation row, IOperation index)
    {
        RefuseIndex(index);
        return Unknown(row);
    }

    private double? NumberOf(IOperation index) => Number(Expression(Counting(index)));

    // Of hyper-parameters and numbers, or counted from the end, and not of what differs between samples or along the row.
    private static bool IsShared(Node position, IOperation index) => (IsFromEnd(index) && Counted(position) is not null) || !Search.Reaches(
        position,
        _ => true,
        part => part.Operation is Operation.Label or Operation.Index or Operation.Length or Operation.Element or Operation.SharedElement or Operation.Scalar);

    private static bool IsFromEnd(IOperation index) => index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };

    // The whole number in an index, which may be counted from the end.
    private static IOperation Counting(IOperation index) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => fromEnd,
        IConversionOperation { IsImplicit: true, Operand: var operand } => Counting(operand),
        _ => index,
    };

    // What the class calls a row that it captures; null for any other.
    private ISymbol? CapturedRow(IOperation row)
    {
        if (scopes.Peek().Self is not null)
            return null;
        switch (row)
        {
            case IParenthesizedOperation parenthesized:
                return CapturedRow(parenthesized.Operand);
            case IConversionOperation { IsImplicit: true } conversion:
                return CapturedRow(conversion.Operand);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter }:
                return parameter;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: { IsReadOnly: true } field }:
                return field;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Property: { IsIndexer: false, SetMethod: null or { IsInitOnly: true } } property }:
                return property;
            default:
                return null;
        }
    }

    // A row of C elements has none at c · C + y for most c, nor at 2 · c.
    private static bool LeavesRow(Node position) => position.Operation switch
    {
        Operation.Multiply => position.Operands.Any(Varies),
        Operation.Add or Operation.Negate or Operation.Call => position.Operands.Any(LeavesRow),
        Operation.Select => LeavesRow(position.Second) || LeavesRow(position.Third),
        _ => false,
    };

    private static bool Varies(Node factor) => Search.Reaches(factor, _ => true, part => part.Operation is Operation.Label or Operation.Index or Operation.Length);

    private Node RefuseTable(IOperation row, IOperation index)
    {
        problems.Report(
            Descriptors.RowIndex,
            index.Syntax.GetLocation(),
            Text(index),
            $"'{Text(row)}', which has one element for each class",
            "take the elements that belong to a sample as a parameter of type Row");
        return Unknown(row);
    }
}
