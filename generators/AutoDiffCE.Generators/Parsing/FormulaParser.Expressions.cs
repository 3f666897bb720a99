using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    /// <summary>The value of an expression; of a row or a mask, its value along the row axis.</summary>
    private Node Expression(IOperation operation)
    {
        Work.Step();
        if (scopes.Peek().Self is null && leftToCSharp.Contains(operation))
            return captures.Expression(operation);
        int failures = Failures, before = leftToCSharp.Count;
        Node value = ExpressionOfFormula(operation);
        if (Failures > failures && !problems.IsInvalid)
            leftToCSharp.Consider(operation, before, scopes);
        return value;
    }

    private Node ExpressionOfFormula(IOperation operation)
    {
        FormulaType type = types.Classify(operation.Type);
        if (type == FormulaType.Invalid || operation is IInvalidOperation)
        {
            problems.Invalidate();
            return Unknown(operation);
        }
        if (IsRefused(operation))
            return Unknown(operation);
        if (type == FormulaType.Single)
            return RefuseSingle(operation);

        return operation switch
        {
            ILiteralOperation or IDefaultValueOperation { ConstantValue.HasValue: true } => Literal(operation, type),
            IParenthesizedOperation parenthesized => Expression(parenthesized.Operand),
            IConversionOperation conversion => Conversion(conversion),
            IUnaryOperation unary => Unary(unary),
            IBinaryOperation binary => BinaryExpression(binary),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Conditional(conditional, whenFalse),
            ILocalReferenceOperation local => Local(local, type),
            IParameterReferenceOperation parameter => Parameter(parameter),
            IFieldReferenceOperation field => Field(field, type),
            IPropertyReferenceOperation property => Property(property),
            IArrayElementReferenceOperation { Indices.Length: 1 } element => RowElement(element.ArrayReference, element.Indices[0]),
            IInvocationOperation invocation => Invocation(invocation),
            ITupleOperation tuple => Tuples.Of(table, tuple.Elements.Select(Expression)),
            ISwitchExpressionOperation choice => SwitchExpression(choice),
            IIsPatternOperation question => Condition(question.Pattern, Expression(question.Value)),
            _ => RefuseExpression(operation),
        };
    }

    private Node Conditional(IConditionalOperation conditional, IOperation whenFalse)
    {
        Node condition = Expression(conditional.Condition);
        return Known(condition) is { } holds
            ? Expression(holds ? conditional.WhenTrue : whenFalse)
            : Logic.Choose(table, condition, Expression(conditional.WhenTrue), Expression(whenFalse));
    }

    // A named constant keeps its value, an expression of constants keeps its form: 1 − 1e−15 is not rounded before it is understood.
    private Node Literal(IOperation operation, FormulaType type) => (type, operation.ConstantValue.Value) switch
    {
        (FormulaType.Real, double value) => table.Constant(value),
        (FormulaType.Integer or FormulaType.Enumeration, int value) => table.Constant(value),
        (FormulaType.Truth, bool value) => table.Truth(value),
        _ => RefuseType(operation),
    };

    private Node Local(ILocalReferenceOperation reference, FormulaType type)
    {
        if (reference.ConstantValue.HasValue)
            return Literal(reference, type);
        if (state.Variables.TryGetValue(reference.Local, out Node? value))
            return value;
        // One that an unusable construct assigns to has been complained about.
        return problems.Any ? Unknown(reference) : ReportUnlessCSharpDoes(reference, $"'{reference.Local.Name}' before it has a value");
    }

    private Node Parameter(IParameterReferenceOperation reference) =>
        state.Variables.TryGetValue(reference.Parameter, out Node? assigned)
            ? assigned
            : captures.Input(reference.Parameter) ?? OfSelf(reference, reference.Parameter) ?? captures.Parameter(reference) ?? Unknown(reference);

    private Node Field(IFieldReferenceOperation reference, FormulaType type)
    {
        if (reference.ConstantValue.HasValue)
            return Literal(reference, type);
        if (types.Classify(reference.Instance?.Type) == FormulaType.Tuple)
            return ElementOfTuple(reference);
        return reference.Instance is null or IInstanceReferenceOperation
            ? OfSelf(reference, reference.Field) ?? captures.Field(reference) ?? Unknown(reference)
            : MemberOfOther(reference.Instance, reference, () => captures.Field(reference));
    }

    private Node Conversion(IConversionOperation conversion)
    {
        if (!conversion.Conversion.Exists)
            problems.Invalidate();
        FormulaType from = types.Classify(conversion.Operand.Type), to = types.Classify(conversion.Type);
        int before = problems.Count;
        Node operand = Expression(conversion.Operand);
        bool isWhole = from is FormulaType.Integer or FormulaType.Enumeration;
        if (from == to || (isWhole && to is FormulaType.Integer or FormulaType.Real) || (from == FormulaType.Array && to == FormulaType.Row))
            return operand;
        // What is wrong with the operand, a collection or an unknown type, says more than that it is converted.
        return problems.Count > before || IsRefused(conversion.Operand)
            ? Unknown(conversion)
            : Report(Descriptors.Construct, conversion, $"a conversion from {Name(conversion.Operand)} to {Name(conversion)}");
    }

    private Node Unary(IUnaryOperation unary) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Minus => table.Make(Operation.Negate, Expression(unary.Operand)),
        UnaryOperatorKind.Plus => Expression(unary.Operand),
        UnaryOperatorKind.Not => Logic.Not(table, Expression(unary.Operand)),
        _ => RefuseExpression(unary),
    };

    private Node RefuseSingle(IOperation operation)
    {
        if (Variable(operation) is { } variable)
            refused.Add(variable);
        // The type of an input has been complained about where it is declared.
        return operation is IParameterReferenceOperation parameter && captures.Input(parameter.Parameter) is not null
            ? Unknown(operation)
            : Report(Descriptors.SinglePrecision, operation, Text(operation));
    }

    // One complaint about a name is enough.
    private bool IsRefused(IOperation operation) => Variable(operation) is { } variable && refused.Contains(variable);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IParameterReferenceOperation { Parameter: var parameter } => parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member,
        _ => null,
    };

    private Node RefuseType(IOperation operation) => Report(Descriptors.Construct, operation, "a value of type " + Name(operation));

    private Node RefuseExpression(IOperation operation)
    {
        string construct = operation switch
        {
            IAnonymousFunctionOperation or IDelegateCreationOperation => "a lambda or a delegate",
            IDeconstructionAssignmentOperation => "a deconstruction",
            IAssignmentOperation or IIncrementOrDecrementOperation => "an assignment inside an expression",
            IThrowOperation => "'throw'",
            IObjectCreationOperation or ITypeParameterObjectCreationOperation => "'new'",
            IArrayCreationOperation or ICollectionExpressionOperation => "a new array or row",
            IInterpolatedStringOperation => "text",
            IDefaultValueOperation => "'default'",
            ICoalesceOperation or IConditionalAccessOperation => "'?'",
            IInstanceReferenceOperation => "'this' as a value",
            IUnaryOperation or IBinaryOperation => "the operator of '" + Text(operation) + "'",
            _ => "'" + Text(operation) + "'",
        };
        return Report(Descriptors.Construct, operation, construct);
    }

    private static string Name(IOperation operation) => "'" + (operation.Type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "void") + "'";
}
