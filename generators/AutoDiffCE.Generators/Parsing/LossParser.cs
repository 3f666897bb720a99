using System.Collections.Immutable;
using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Reads one loss: its class, the signature of its formula, and the formula. The generator and the analyzer share it.</summary>
internal static class LossParser
{
    public static ParsedLoss Parse(INamedTypeSymbol loss, KnownTypes types, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        bool canExtend = TypeReader.Check(loss, problems);
        IMethodSymbol? method = SignatureParser.Find(loss, problems);
        ImmutableArray<FormulaInput>? inputs = method is null
            ? null
            : new SignatureParser(types, problems, cancellationToken).Parse(loss, method);
        if (method is null || inputs is null)
            return new ParsedLoss(null, problems.ToReport());

        Formula? formula = ParseBody(loss, method, inputs.Value, types, problems, cancellationToken);
        if (formula is not null)
            CheckDependence(formula, method, problems);
        ImmutableArray<FormulaInput> classified = formula?.Inputs ?? WithoutUse(inputs.Value);
        LossShape shape = Shapes.Of(classified, types.Classify(method.ReturnType) == FormulaType.Row);
        canExtend &= TypeReader.CheckBase(loss, shape, problems);
        var names = new NameChecks(loss, method, shape, MemberSignatures.Of(shape, classified), problems);
        names.CheckInputs();
        canExtend &= names.CheckMembers(types.Compilation);
        if (formula is not null)
            CheckLabel(formula.Inputs, shape, method, problems);

        LossModel? model = canExtend
            ? TypeReader.Model(loss, shape, IsMeanOverSamples(loss, types), classified, problems.Any ? null : formula, FormulaSource.Of(method, cancellationToken))
            : null;
        return new ParsedLoss(model, problems.ToReport());
    }

    private static Formula? ParseBody(
        INamedTypeSymbol loss,
        IMethodSymbol method,
        ImmutableArray<FormulaInput> inputs,
        KnownTypes types,
        Problems problems,
        CancellationToken cancellationToken)
    {
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (declaration is not MethodDeclarationSyntax { Body: not null } and not MethodDeclarationSyntax { ExpressionBody: not null })
        {
            problems.Report(Descriptors.FormulaSignature, method.Locations[0], loss.Name, "must have a body");
            return null;
        }
        SemanticModel model = types.Compilation.GetSemanticModel(declaration.SyntaxTree);
        return model.GetOperation(declaration, cancellationToken) is IMethodBodyOperation body
            ? new FormulaParser(types, problems, loss, inputs, cancellationToken).Parse(body, inputs)
            : null;
    }

    private static void CheckDependence(Formula formula, IMethodSymbol method, Problems problems)
    {
        HashSet<string> reached = [.. TopologicalOrder.FromLeaves([formula.Value])
            .Where(node => node.Operation is Operation.Element or Operation.Scalar)
            .Select(node => node.Name)];
        for (int index = 0; index < formula.Inputs.Length; index++)
        {
            FormulaInput input = formula.Inputs[index];
            if (input.IsDifferentiable && !reached.Contains(input.Name))
                problems.Report(Descriptors.NoDependence, method.Parameters[index].Locations[0], method.Parameters[index].Name);
        }
    }

    // A row and an integer is what a loss with a label takes: if it is none, all that labels bring is missing.
    private static void CheckLabel(ImmutableArray<FormulaInput> inputs, LossShape shape, IMethodSymbol method, Problems problems)
    {
        if (shape == LossShape.Other && inputs.Length == 2 && inputs[0].Kind == InputKind.Row && inputs[1].Kind == InputKind.Integer)
            problems.Report(Descriptors.NoLabel, method.Parameters[1].Locations[0], method.Parameters[1].Name);
    }

    // Where the formula does not tell how it uses its integers, one beside a row is most likely a label.
    private static ImmutableArray<FormulaInput> WithoutUse(ImmutableArray<FormulaInput> inputs) =>
        inputs.Any(input => input.Kind == InputKind.Row)
            ? [.. inputs.Select(input => input.Kind == InputKind.Integer ? input with { Kind = InputKind.Label } : input)]
            : inputs;

    private static bool IsMeanOverSamples(INamedTypeSymbol loss, KnownTypes types) =>
        types.LossAttribute(loss)?.NamedArguments.Any(argument => argument.Key == "Mean" && argument.Value.Value is 1) == true;
}
