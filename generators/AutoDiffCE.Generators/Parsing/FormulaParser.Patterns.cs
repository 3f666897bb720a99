using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

internal sealed partial class FormulaParser
{
    // The sections in their order, what has a default last: each is asked where none before it holds.
    private void RunSwitch(ISwitchOperation choice)
    {
        Node value = Expression(choice.Value);
        ISwitchCaseOperation[] sections = [.. choice.Cases.OrderBy(section => section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation))];
        RunSections(value, sections, 0);
        state = Join(state, choice.ExitLabel);
    }

    private void RunSections(Node value, ISwitchCaseOperation[] sections, int first)
    {
        if (first == sections.Length)
            return;
        ISwitchCaseOperation section = sections[first];
        if (section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation))
        {
            RunAll(section.Body);
            return;
        }
        Node condition = section.Clauses.Select(clause => Condition(clause, value)).Aggregate((left, right) => Logic.Or(table, left, right));
        RunBranch(condition, () => RunAll(section.Body), () => RunSections(value, sections, first + 1));
    }

    private void RunAll(ImmutableArray<IOperation> statements)
    {
        foreach (IOperation statement in statements)
            Run(statement);
    }

    private Node Condition(ICaseClauseOperation clause, Node value) => clause switch
    {
        ISingleValueCaseClauseOperation single => EqualTo(single, value, Expression(single.Value)),
        IPatternCaseClauseOperation { Guard: null } pattern => Condition(pattern.Pattern, value),
        IPatternCaseClauseOperation { Guard: { } guard } pattern => Logic.And(table, Condition(pattern.Pattern, value), Expression(guard)),
        _ => RefusePattern(clause),
    };

    private Node SwitchExpression(ISwitchExpressionOperation choice)
    {
        Node value = Expression(choice.Value);
        List<(Node Condition, Node Value)> arms = [];
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            Node condition = Condition(arm.Pattern, value);
            if (arm.Guard is { } guard)
                condition = Logic.And(table, condition, Expression(guard));
            arms.Add((condition, Expression(arm.Value)));
            if (Known(condition) == true)
                break;
        }
        // C# throws where no arm fits.
        if (arms.Count == 0 || Known(arms.Last().Condition) != true)
            return Report(Descriptors.Construct, choice, "a switch expression that may fit no arm; give it a last arm '_ => …'");
        return arms.Take(arms.Count - 1).Reverse().Aggregate(arms.Last().Value, (rest, arm) => Logic.Choose(table, arm.Condition, arm.Value, rest));
    }

    /// <summary>Whether a pattern fits a number or a truth; what it declares is that.</summary>
    private Node Condition(IPatternOperation pattern, Node value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return table.Truth(true);
            case IConstantPatternOperation constant:
                return EqualTo(constant, value, Expression(constant.Value));
            case IRelationalPatternOperation relation:
                return BinaryTruth(relation, relation.OperatorKind, value, Expression(relation.Value));
            case INegatedPatternOperation negated:
                return Logic.Not(table, Condition(negated.Pattern, value));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Logic.And(table, Condition(both.LeftPattern, value), Condition(both.RightPattern, value));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Logic.Or(table, Condition(either.LeftPattern, value), Condition(either.RightPattern, value));
            case IDeclarationPatternOperation declaration when FitsAlways(declaration):
                if (declaration.DeclaredSymbol is { } variable)
                    Assign(variable, value);
                return table.Truth(true);
            case IRecursivePatternOperation several when ConditionOfTuple(several, value) is { } condition:
                return condition;
            default:
                return RefusePattern(pattern);
        }
    }

    private static bool FitsAlways(IDeclarationPatternOperation declaration) =>
        declaration.MatchedType is null || Same(declaration.MatchedType, declaration.InputType);

    // x is NaN where x is no number, though NaN == NaN is false: no condition of a formula asks for it.
    private Node EqualTo(IOperation operation, Node value, Node constant) =>
        constant is { Operation: Operation.Constant, Value: double.NaN } ? RefusePattern(operation)
        : BinaryTruth(operation, BinaryOperatorKind.Equals, value, constant);

    private Node RefusePattern(IOperation pattern)
    {
        problems.Report(Descriptors.Construct, pattern.Syntax.GetLocation(), $"the pattern '{Text(pattern)}'");
        return table.Truth(true);
    }
}
