using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Finds the names of a loss that the generated part has, too, and that one of the two must not have.</summary>
internal sealed class NameChecks(INamedTypeSymbol loss, IMethodSymbol formula, LossShape shape, ImmutableArray<MemberSignature> signatures, Problems problems)
{
    // What these words of C# mean in a kernel, a type outside of all namespaces takes away.
    private static readonly HashSet<string> kernelWords = ["nint", "unmanaged"];

    // C# puts generated files into a folder that is named after their generator.
    private static readonly string generatedFolder = typeof(LossGenerator).FullName!;

    /// <summary>Reports inputs that are named like another parameter of a member.</summary>
    public void CheckInputs()
    {
        foreach (IParameterSymbol parameter in formula.Parameters.Where(parameter => signatures.Any(signature => signature.Repeats(parameter.Name))))
            problems.Report(Descriptors.ReservedName, parameter.Locations[0], parameter.Name, "The generated members have a parameter");
    }

    /// <summary>Reports names in the class that keep the generated part from being added; whether there are none.</summary>
    /// <param name="compilation">It knows the base class.</param>
    public bool CheckMembers(Compilation compilation)
    {
        // Where the generated part is there already, it was found to fit.
        if (loss.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.FilePath.Contains(generatedFolder)))
            return true;
        int before = problems.Count;
        ImmutableArray<ISymbol> inherited = [.. Inherited(compilation)];
        Check(loss, loss.Name, IsGenerated(loss.Name), null);
        if (kernelWords.Contains(loss.Name) && loss.ContainingType is null && loss.ContainingNamespace.IsGlobalNamespace)
            problems.Report(Descriptors.ReservedName, loss.Locations[0], loss.Name, "The generated text has a word of C#");
        foreach (ISymbol member in loss.GetMembers().Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared))
            Check(member, member.Name, IsGenerated(member), inherited.FirstOrDefault(other => IsHidden(other, member)));
        foreach (IParameterSymbol parameter in CapturedParameters())
            Check(parameter, parameter.Name, IsGenerated(parameter.Name), inherited.FirstOrDefault(other => other.Name == parameter.Name));
        return problems.Count == before;
    }

    private void Check(ISymbol symbol, string name, bool isGenerated, ISymbol? inherited)
    {
        if (isGenerated)
            problems.Report(Descriptors.ReservedName, symbol.Locations[0], name, $"The generated part of '{loss.Name}' has a member");
        else if (inherited is not null)
            problems.Report(Descriptors.ReservedName, symbol.Locations[0], name, $"The base class {inherited.ContainingType.Name} has a member");
    }

    private bool IsGenerated(string name) => signatures.Any(signature => signature.Name == name);

    // A method may stand beside generated ones of its name if its parameters are others.
    private bool IsGenerated(ISymbol member) => member is IMethodSymbol method
        ? signatures.Any(signature => signature.Name == method.Name && method.Arity == 0 && HasParameters(method, signature))
        : IsGenerated(member.Name);

    private static bool HasParameters(IMethodSymbol method, MemberSignature signature) =>
        method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .SequenceEqual(signature.Parameters.Select(parameter => parameter.Type));

    // What the class inherits once it has its base class, get and init of properties included.
    private IEnumerable<ISymbol> Inherited(Compilation compilation)
    {
        INamedTypeSymbol? type = compilation.GetTypeByMetadataName("AutoDiffCE." + Shapes.BaseName(shape));
        for (; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers().Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor }
                && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                yield return member;
            }
        }
    }

    // A member that overrides another, or says that it is new, is meant.
    private static bool IsHidden(ISymbol inherited, ISymbol member) =>
        inherited.Name == member.Name && !(inherited is IMethodSymbol && member is IMethodSymbol) && !member.IsOverride && !IsNew(member);

    private static bool IsNew(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax().AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First().Modifiers.Any(SyntaxKind.NewKeyword));

    // A member takes the name of a parameter of the class away, but for its initializers.
    private IEnumerable<IParameterSymbol> CapturedParameters()
    {
        HashSet<string> words = [.. formula.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
        return loss.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(constructor => constructor.Parameters)
            .Where(parameter => words.Contains(parameter.Name) && loss.GetMembers(parameter.Name).IsEmpty);
    }
}
