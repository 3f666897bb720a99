using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Reads the class of a loss: whether the generator can add to it, and what its other part has to repeat.</summary>
internal static class TypeReader
{
    private const LanguageVersion OldestLanguage = LanguageVersion.CSharp12;

    /// <summary>Reports a language that is too old for what is generated; whether it is not.</summary>
    public static bool CheckLanguage(INamedTypeSymbol loss, KnownTypes types, Problems problems)
    {
        if (types.Compilation is not CSharpCompilation { LanguageVersion: < OldestLanguage and var version })
            return true;
        problems.Report(Descriptors.LanguageVersion, loss.Locations[0], loss.Name, OldestLanguage.ToDisplayString(), version.ToDisplayString());
        return false;
    }

    /// <summary>Reports a runtime that what is generated would not fit; whether it fits.</summary>
    public static bool CheckRuntime(INamedTypeSymbol loss, KnownTypes types, Problems problems)
    {
        if (types.RuntimeVersion is RuntimeContract.Version)
            return true;
        problems.Report(
            Descriptors.RuntimeVersion, loss.Locations[0], loss.Name, $"its contract is {types.RuntimeVersion ?? "unnumbered"}, not {RuntimeContract.Version}");
        return false;
    }

    /// <summary>Reports what keeps a class from being a loss; whether there is nothing.</summary>
    public static bool Check(INamedTypeSymbol loss, Problems problems)
    {
        string? reason = Reason(loss);
        if (reason is null)
            return true;
        problems.Report(Descriptors.LossType, loss.Locations[0], loss.Name, reason);
        return false;
    }

    /// <summary>Reports a base class of the user's own, which the generated one would clash with; whether there is none.</summary>
    public static bool CheckBase(INamedTypeSymbol loss, LossShape shape, Problems problems)
    {
        INamedTypeSymbol? parent = loss.BaseType;
        if (parent is null or { SpecialType: SpecialType.System_Object })
            return true;
        // The analyzer sees the base class that was generated.
        if (parent.Name == Shapes.BaseName(shape) && parent.ContainingNamespace.ToDisplayString() == "AutoDiffCE")
            return true;
        if (parent.TypeKind == TypeKind.Error)
            problems.Invalidate();
        else
            problems.Report(Descriptors.LossType, loss.Locations[0], loss.Name, "it has a base class of its own, and the generated part derives from " + Shapes.BaseName(shape));
        return false;
    }

    public static LossModel Model(
        INamedTypeSymbol loss,
        LossShape shape,
        KnownTypes types,
        ImmutableArray<FormulaInput> inputs,
        Formula? formula,
        CSharpPart? csharp,
        string formulaText,
        string? fault)
    {
        string space = loss.ContainingNamespace.IsGlobalNamespace ? "" : loss.ContainingNamespace.ToDisplayString();
        ImmutableArray<TypeHeader> outer = [.. ContainingTypes(loss).Select(type => new TypeHeader(Keyword(type), CSharpNames.EscapeType(type.Name))).Reverse()];
        string name = string.Join(".", new[] { space }.Where(text => text.Length > 0).Concat(outer.Select(type => type.Name)).Concat([loss.Name]));
        return new LossModel(
            space,
            outer,
            CSharpNames.EscapeType(loss.Name),
            SyntaxFacts.GetText(loss.DeclaredAccessibility),
            loss.IsSealed,
            loss.IsAbstract,
            shape,
            IsMeanOverSamples(loss, types),
            inputs,
            formula is null ? null : FrozenFormula.Freeze(formula),
            formula is null ? null : csharp,
            formulaText,
            HintNames.Of(name, HasTwin(loss, types)),
            fault);
    }

    private static string? Reason(INamedTypeSymbol loss)
    {
        if (loss.IsRecord)
            return "it is a record, which cannot derive from a class; make it a class";
        if (loss.IsStatic)
            return "it is static; an instance holds the options of a loss";
        if (loss.IsGenericType || ContainingTypes(loss).Any(type => type.IsGenericType))
            return "it is generic";
        if (ContainingTypes(loss).Prepend(loss).Any(type => type.IsFileLocal))
            return "it is local to its file, and the generated part is another file";
        if (!IsPartial(loss))
            return "it is not partial";
        return ContainingTypes(loss).FirstOrDefault(type => !IsPartial(type)) is { } closed ? "it is nested in '" + closed.Name + "', which is not partial" : null;
    }

    private static bool IsMeanOverSamples(INamedTypeSymbol loss, KnownTypes types) =>
        types.LossAttribute(loss)?.NamedArguments.Any(argument => argument.Key == "Mean" && argument.Value.Value is 1) == true;

    // Another type whose full name is the same but for its case.
    private static bool HasTwin(INamedTypeSymbol loss, KnownTypes types)
    {
        string name = loss.ToDisplayString();
        return types.Compilation
            .GetSymbolsWithName(other => string.Equals(other, loss.Name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Type)
            .Select(other => other.ToDisplayString())
            .Any(other => other != name && string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(
        reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The types around a type, innermost first.</summary>
    private static IEnumerable<INamedTypeSymbol> ContainingTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
