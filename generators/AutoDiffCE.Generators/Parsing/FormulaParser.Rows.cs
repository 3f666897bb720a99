using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    private Node Property(IPropertyReferenceOperation reference)
    {
        // An element of the loss is whatever its indexer computes.
        if (reference.Property.IsIndexer && types.Classify(reference.Instance?.Type) is not (FormulaType.Row or FormulaType.Mask))
            return Report(Descriptors.Construct, reference, "an indexer that is not one of a row");
        if (reference.Instance is not { } instance || instance is IInstanceReferenceOperation)
            return OfSelf(reference, reference.Property) ?? captures.Property(reference) ?? Unknown(reference);
        if (types.Classify(instance.Type) is not (FormulaType.Row or FormulaType.Mask or FormulaType.Array))
            return MemberOfOther(instance, reference, () => captures.Property(reference));
        if (reference.Arguments.Length == 1)
            return RowElement(instance, reference.Arguments[0].Value);

        if (reference.Property.Name != "Length")
        {
            Expression(instance);
            return RefuseExpression(reference);
        }
        // Every row has one element per class, whatever it was computed from.
        return LengthOfCaptured(instance) ?? Length(instance);
    }

    // What is wrong with an object says more than what is wrong with its member.
    private Node MemberOfOther(IOperation instance, IOperation reference, Func<Node?> capture)
    {
        ISymbol member = ((IMemberReferenceOperation)reference).Member;
        if (IsObject(instance) && types.Classify(instance.Type) == FormulaType.None)
            return TryReadObject(instance, out Part? part) && part is not null && BelongsTo(part, member) ? MemberOf(part, reference, member) : Unknown(reference);
        int before = problems.Count;
        Expression(instance);
        return problems.Count > before || IsRefused(instance) ? Unknown(reference) : capture() ?? Unknown(reference);
    }

    private Node Length(IOperation row)
    {
        Expression(row);
        return table.Length();
    }

    private Node RowElement(IOperation row, IOperation index)
    {
        ISymbol? captured = CapturedRow(row);
        if (captured is not null && free.Contains(captured))
            return FreeElement(row, captured, index);
        Node elements = Expression(row);
        Node? position = Position(index, canBeComputed: elements.Kind != ValueKind.Boolean);
        if (position is null)
            return Unknown(row);
        if (captured is not null && IsShared(position, index))
            captures.NoteElement(captured);
        if (IsPosition(position))
            return At(elements, position);
        return LeavesRow(position) && Captures.HasRow(elements) ? RefuseTable(row, index) : Picked(elements, position);
    }

    // The element at a position that is computed: of all, the one whose index it is; NaN where there is none.
    private Node Picked(Node row, Node position)
    {
        Node isThere = Comparison(Operation.Equal, table.Index(AxisSet.Row), position);
        Node picked = Reduce(Operation.Sum, table.Make(Operation.Select, isThere, row, table.Constant(0)));
        Node isWithin = Logic.And(
            table, table.Make(Operation.LessThanOrEqual, table.Constant(0), position), table.Make(Operation.LessThan, position, table.Length()));
        return table.Make(Operation.Select, isWithin, picked, table.Constant(double.NaN));
    }

    private Node? Position(IOperation index, bool canBeComputed)
    {
        Node position;
        if (index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd })
        {
            // ^0 is behind the end.
            if (fromEnd.ConstantValue is { HasValue: true, Value: < 1 })
                return RefuseIndex(index);
            position = table.Make(Operation.Add, table.Length(), table.Make(Operation.Negate, Expression(fromEnd)));
        }
        else if (types.Classify(index.Type) == FormulaType.Integer)
            position = Expression(index);
        else if (index is IConversionOperation conversion && types.Classify(conversion.Operand.Type) == FormulaType.Integer)
            position = Expression(conversion.Operand);
        else
            return RefuseIndex(index);

        if (IsBeyondRow(position))
            return RefuseBeyondRow(position, index);
        // What is outside of every row, whatever the inputs are, is an error.
        if (!IsPosition(position))
            return canBeComputed && Counted(position) is null ? position : RefuseIndex(index);
        if (position.Operation == Operation.Label)
            MarkPicking(position);
        if (IsCertain(index))
            NeedElement(position);
        return position;
    }

    // C# throws where a row has no such element, and so there is one.
    private void NeedElement(Node position)
    {
        if (Counted(position) is (int lengths, double number) && Math.Abs(number) < int.MaxValue)
            table.NeedClasses((int)(lengths == 0 ? number + 1 : -number));
    }

    private void MarkPicking(Node label)
    {
        labels.Add(label.Name);
        picking.Add(label.Name);
    }

    private Node? RefuseIndex(IOperation index)
    {
        problems.Report(
            Descriptors.RowIndex,
            index.Syntax.GetLocation(),
            Text(index),
            "every row",
            "index it by a label, a constant, a position from its end, or a whole number that is computed of them");
        return null;
    }

    // A label, the index of a lambda, or a position that all samples share.
    private static bool IsPosition(Node node) => node.Operation is Operation.Label or Operation.Index || (Counted(node) switch
    {
        // from the start: a negative one is outside every row; NaN stands for what has been complained about
        (0, var number) => !(number < 0),
        // from the end, behind which there is nothing
        (1, var number) => !(number > -1),
        _ => false,
    });

    // How often the length counts in a position that all samples share, and what is added to it.
    private static (int Lengths, double Number)? Counted(Node node)
    {
        switch (node.Operation)
        {
            case Operation.Length:
                return (1, 0);
            case Operation.Constant:
                return (0, node.Value);
            case Operation.Negate when Counted(node.First) is (int lengths, double number):
                return (-lengths, -number);
            case Operation.Add when Counted(node.First) is { } left && Counted(node.Second) is { } right:
                return (left.Lengths + right.Lengths, left.Number + right.Number);
            default:
                return null;
        }
    }

    // A label of more classes than a row has elements.
    private static bool IsBeyondRow(Node node) => node is { Operation: Operation.Label, Value: > 0 };

    private Node RefuseBeyondRow(Node label, IOperation index) => Report(
        Descriptors.Label, index, label.Name, "the formula indexes a row by it, which has no element for the extra classes");

    private Node At(Node row, Node position) => Substitution.At(table, row, AxisSet.Row, position);
}
