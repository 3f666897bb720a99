using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Reads the signature of a formula.</summary>
internal sealed class SignatureParser(KnownTypes types, Problems problems, CancellationToken cancellationToken)
{
    public const string FormulaName = "Formula";

    /// <summary>The formula of a loss; null after a problem was reported.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol loss, Problems problems)
    {
        IMethodSymbol[] methods = [.. loss.GetMembers(FormulaName).OfType<IMethodSymbol>()];
        if (methods.Length == 1)
            return methods[0];
        problems.Report(Descriptors.FormulaCount, loss.Locations[0], loss.Name, methods.Length == 0 ? "none" : "several");
        return null;
    }

    /// <summary>Whether there is a body that gives what a formula gives.</summary>
    public static bool CanRead(IMethodSymbol method, KnownTypes types, CancellationToken cancellationToken) =>
        types.Classify(method.ReturnType) is FormulaType.Real or FormulaType.Row && Body(method, cancellationToken) is not null;

    /// <summary>The inputs, an integer taken for a label only where it is marked as one; null where one of them is nothing that a formula takes.</summary>
    public ImmutableArray<FormulaInput>? Parse(INamedTypeSymbol loss, IMethodSymbol method)
    {
        CheckMethod(loss, method);
        InputKind?[] kinds = [.. method.Parameters.Select(Kind)];
        if (kinds.Any(kind => kind is null) || !CheckCounts(method, kinds))
            return null;

        bool isMarked = method.Parameters.Any(types.IsDifferentiable);
        int first = Array.FindIndex(kinds, kind => kind!.IsReal);
        ImmutableArray<FormulaInput> inputs = [.. method.Parameters.Select((parameter, index) => new FormulaInput(
            parameter.Name, kinds[index]!, IsDifferentiable(parameter, index, isMarked, first, kinds))
        {
            ExtraClasses = types.ExtraClasses(parameter),
        })];
        CheckLabels(method, kinds);
        CheckHyperParameters(loss);
        return inputs;
    }

    private void CheckMethod(INamedTypeSymbol loss, IMethodSymbol method)
    {
        string? fault = null;
        if (method.DeclaredAccessibility != Accessibility.Public)
            fault = "must be public";
        else if (method.IsGenericMethod)
            fault = "must not be generic";
        else if (method.IsPartialDefinition || method.PartialDefinitionPart is not null)
            fault = "must not be partial";
        else if (types.Classify(method.ReturnType) == FormulaType.Invalid)
            problems.Invalidate();
        else if (types.Classify(method.ReturnType) is not (FormulaType.Real or FormulaType.Row) || method.RefKind != RefKind.None)
            fault = "must return double, the loss of one sample, or Row, one number for each class";
        else if (types.Classify(method.ReturnType) == FormulaType.Row && !method.Parameters.Any(parameter => types.Classify(parameter.Type) == FormulaType.Row))
            fault = "returns a Row, so it must take one";
        else if (Body(method, cancellationToken) is null)
            fault = "must have a body";
        if (fault is not null)
            problems.Report(Descriptors.FormulaSignature, method.Locations[0], loss.Name, fault);
    }

    private static SyntaxNode? Body(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
            ? (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody
            : null;

    private InputKind? Kind(IParameterSymbol parameter)
    {
        FormulaType type = types.Classify(parameter.Type);
        if (type == FormulaType.Invalid)
        {
            problems.Invalidate();
            return null;
        }
        // Meant as double: the members still exist, so that this is the only error.
        if (type == FormulaType.Single)
            problems.Report(Descriptors.SinglePrecision, TypeLocation(parameter), parameter.Name);
        else if (parameter.RefKind != RefKind.None || parameter.IsParams)
            return Refuse(parameter, "passed by reference or params");
        return type switch
        {
            FormulaType.Row => InputKind.Row,
            FormulaType.Real or FormulaType.Single => InputKind.Scalar,
            FormulaType.Integer => types.IsLabel(parameter) ? InputKind.Label : InputKind.Integer,
            _ => Refuse(parameter, parameter.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)),
        };
    }

    private InputKind? Refuse(IParameterSymbol parameter, string what)
    {
        problems.Report(Descriptors.ParameterType, TypeLocation(parameter), parameter.Name, what);
        return null;
    }

    private Location TypeLocation(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ParameterSyntax { Type: { } type } ? type.GetLocation() : parameter.Locations[0];

    private bool CheckCounts(IMethodSymbol method, InputKind?[] kinds)
    {
        int reals = kinds.Count(kind => kind!.IsReal), integers = kinds.Length - reals;
        if (reals is > 0 and <= RuntimeContract.MaxReals && integers <= RuntimeContract.MaxIntegers)
            return true;
        (string wanted, string found) = reals == 0 ? ("at least one double or Row", "none")
            : reals > RuntimeContract.MaxReals ? ($"at most {RuntimeContract.MaxReals} of double and Row", $"{reals}")
            : ($"at most {RuntimeContract.MaxIntegers} of int", $"{integers}");
        problems.Report(Descriptors.ParameterCount, method.Locations[0], wanted, found);
        return false;
    }

    private bool IsDifferentiable(IParameterSymbol parameter, int index, bool isMarked, int first, InputKind?[] kinds)
    {
        if (!isMarked)
            return index == first;
        bool isReal = kinds[index]!.IsReal;
        bool isChosen = types.IsDifferentiable(parameter);
        if (isChosen && !isReal)
            problems.Report(Descriptors.Differentiable, parameter.Locations[0], parameter.Name, "an integer has no derivative");
        return isChosen && isReal;
    }

    private void CheckLabels(IMethodSymbol method, InputKind?[] kinds)
    {
        foreach (IParameterSymbol parameter in method.Parameters.Where(types.IsLabel))
        {
            int extra = types.ExtraClasses(parameter);
            string? fault = !kinds[parameter.Ordinal]!.IsClassIndex ? "it is not an int"
                : !kinds.Any(kind => kind!.IsRow) ? "the formula takes no row whose classes it could be one of"
                : extra is < 0 or > RuntimeContract.MaxExtraClasses
                    ? FormattableString.Invariant($"ExtraClasses is {extra}, but a label has from 0 to {RuntimeContract.MaxExtraClasses} classes beyond those of the row")
                : null;
            if (fault is not null)
                problems.Report(Descriptors.Label, parameter.Locations[0], parameter.Name, fault);
        }
    }

    private void CheckHyperParameters(INamedTypeSymbol loss)
    {
        IEnumerable<ISymbol> parameters = loss.InstanceConstructors.SelectMany(constructor => constructor.Parameters);
        foreach (ISymbol member in loss.GetMembers().Concat(parameters).Where(types.IsDifferentiable))
            problems.Report(Descriptors.Differentiable, member.Locations[0], member.Name, "gradients are taken with respect to the parameters of the formula");
    }
}
