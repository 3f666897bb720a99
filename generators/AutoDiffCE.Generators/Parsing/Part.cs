using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>An object that a formula makes to call its methods, another loss for instance: what its constructor and its initializer were given.</summary>
internal sealed class Part(INamedTypeSymbol type)
{
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>Whether the loss holds it, so that it lives on between calls.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The values of parameters of the constructor, of fields and of properties.</summary>
    public Dictionary<ISymbol, Node> Values { get; } = new(SymbolEqualityComparer.Default);
}
