using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Reads one loss: its class, the signature of its formula, and the formula. The generator and the analyzer share it.</summary>
internal static class LossParser
{
    /// <summary>Reads a loss.</summary>
    /// <param name="loss">The class.</param>
    /// <param name="types">The types that mean something.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <param name="origins">Takes what the formula was read from, where somebody wants to know.</param>
    public static ParsedLoss Parse(INamedTypeSymbol loss, KnownTypes types, CancellationToken cancellationToken, FormulaOrigins? origins = null)
    {
        var problems = new Problems();
        Location place = loss.Locations[0];
        LossModel? model = null;
        try
        {
            if (TypeReader.CheckLanguage(loss, types, problems) && TypeReader.CheckRuntime(loss, types, problems) && SignatureParser.Find(loss, problems) is { } method)
            {
                place = method.Locations[0];
                model = Read(loss, method, types, problems, origins, cancellationToken);
            }
        }
        // Whatever the compiler trips over is this loss's affair, and takes no other along.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problems.Report(CompilationFailure.Of(failure).At(place, loss.Name));
        }
        return new ParsedLoss(model, problems.ToReport(), place);
    }

    private static LossModel? Read(
        INamedTypeSymbol loss, IMethodSymbol method, KnownTypes types, Problems problems, FormulaOrigins? origins, CancellationToken cancellationToken)
    {
        bool canExtend = TypeReader.Check(loss, problems);
        ImmutableArray<FormulaInput>? inputs = new SignatureParser(types, problems, cancellationToken).Parse(loss, method);
        if (inputs is null)
            return null;

        Formula? formula = null;
        CSharpPart? csharp = null;
        try
        {
            (formula, csharp) = new BodyReader(types, problems, loss, method, inputs.Value, origins, cancellationToken).Read();
        }
        // The members exist all the same.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            problems.Report(CompilationFailure.Of(failure).At(method.Locations[0], loss.Name));
        }
        if (problems.IsInvalid)
            LookAtCSharp(method, types, problems, cancellationToken);
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
        string text = FormulaSource.Of(method, cancellationToken);
        return canExtend ? TypeReader.Model(loss, shape, types, classified, problems.Any ? null : formula, csharp, text, problems.First) : null;
    }

    private static void LookAtCSharp(IMethodSymbol method, KnownTypes types, Problems problems, CancellationToken cancellationToken)
    {
        SyntaxReference declaration = method.DeclaringSyntaxReferences[0];
        SemanticModel model = types.Compilation.GetSemanticModel(declaration.SyntaxTree);
        Diagnostic[] errors =
            [.. model.GetDiagnostics(declaration.Span, cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        problems.OfCSharp = errors.FirstOrDefault();
        GeneratedNames.Report(errors, model, method, types, problems);
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
        if (shape == LossShape.Other && inputs.Length == 2 && inputs[0].Kind.IsRow && inputs[1].Kind == InputKind.Integer)
            problems.Report(Descriptors.NoLabel, method.Parameters[1].Locations[0], method.Parameters[1].Name);
    }

    // Where the formula does not tell how it uses its integers, one beside a row is most likely a label.
    private static ImmutableArray<FormulaInput> WithoutUse(ImmutableArray<FormulaInput> inputs) =>
        inputs.Any(input => input.Kind.IsRow)
            ? [.. inputs.Select(input => input.Kind == InputKind.Integer ? input with { Kind = InputKind.Label } : input)]
            : inputs;
}
