using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>
/// Members of losses that a formula uses and that do not exist yet when it is read. To C# they are unknown then, and all is well once they are generated:
/// it will not report what the formula cannot have.
/// </summary>
internal static class GeneratedNames
{
    private static readonly string[] baseTypes = ["Loss", "LabelLoss", "TargetLoss"];

    /// <summary>Reports such members where they are all that C# stumbles over.</summary>
    public static void Report(IReadOnlyList<Diagnostic> errors, SemanticModel model, IMethodSymbol formula, KnownTypes types, Problems problems)
    {
        SimpleNameSyntax?[] names = [.. errors.Select(error => error.Location.SourceTree!.GetRoot()
            .FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true) as SimpleNameSyntax)];
        if (names.Length == 0 || !names.All(name => name is not null && IsGenerated(name, formula.ContainingType, model, types)))
            return;
        problems.Validate();
        foreach (SimpleNameSyntax? name in names)
            problems.Report(Descriptors.Capture, name!.GetLocation(), name.Identifier.ValueText, "it belongs to the generated part of a loss");
    }

    private static bool IsGenerated(SimpleNameSyntax name, INamedTypeSymbol loss, SemanticModel model, KnownTypes types)
    {
        ITypeSymbol? owner = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? access.Expression is BaseExpressionSyntax ? loss : model.GetTypeInfo(access.Expression).Type
            : loss;
        return owner is not null && types.LossAttribute(owner) is not null && model.GetSymbolInfo(name).Symbol is null
            && baseTypes.Any(type => types.Compilation.GetTypeByMetadataName("AutoDiffCE." + type)?.GetMembers(name.Identifier.ValueText).IsEmpty == false);
    }
}
