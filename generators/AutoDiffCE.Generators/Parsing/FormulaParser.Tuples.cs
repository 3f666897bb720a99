using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // pair.Item1, or by its name
    private Node ElementOfTuple(IFieldReferenceOperation reference)
    {
        IFieldSymbol plain = reference.Field.CorrespondingTupleField ?? reference.Field;
        Node tuple = Expression(reference.Instance!);
        var type = (INamedTypeSymbol)reference.Instance!.Type!;
        for (int position = 0; position < type.TupleElements.Length; position++)
        {
            IFieldSymbol element = type.TupleElements[position];
            if (SymbolEqualityComparer.Default.Equals(element.CorrespondingTupleField ?? element, plain))
                return Tuples.Element(tuple, position);
        }
        return RefuseExpression(reference);
    }

    private void Deconstruct(IDeconstructionAssignmentOperation assignment)
    {
        if (TargetsOf(assignment.Target) is not { } targets || types.Classify(assignment.Value.Type) != FormulaType.Tuple)
        {
            RefuseExpression(assignment);
            return;
        }
        // Every value is computed before the first is assigned.
        AssignEach(targets, Expression(assignment.Value), assignment);
    }

    private void AssignEach(ITupleOperation targets, Node tuple, IOperation assignment)
    {
        for (int position = 0; position < targets.Elements.Length; position++)
        {
            Node element = Tuples.Element(tuple, position);
            IOperation target = targets.Elements[position];
            if (TargetsOf(target) is { } inner)
                AssignEach(inner, element, assignment);
            else if (target is not IDiscardOperation)
                AssignTo(target is IDeclarationExpressionOperation declared ? declared.Expression : target, assignment, () => element);
        }
    }

    private static ITupleOperation? TargetsOf(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple,
        IDeclarationExpressionOperation declaration => TargetsOf(declaration.Expression),
        _ => null,
    };

    // (true, < 0): each of the values, and nothing else
    private Node? ConditionOfTuple(IRecursivePatternOperation pattern, Node value) =>
        Tuples.Is(value) && pattern is { PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } && pattern.DeconstructionSubpatterns.Length == value.Operands.Length
            ? pattern.DeconstructionSubpatterns
                .Select((element, position) => Condition(element, Tuples.Element(value, position)))
                .Aggregate((left, right) => Logic.And(table, left, right))
            : null;
}
