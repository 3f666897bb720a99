using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What is known at one point of a formula's body, on every path that leads there.</summary>
/// <param name="Variables">The value of each local and each parameter that was assigned to.</param>
/// <param name="Exits">How some of the paths left before, in the order in which their conditions are asked.</param>
/// <param name="End">How all other paths leave here; null while some path goes on.</param>
internal sealed record FlowState(
    ImmutableDictionary<ISymbol, Node> Variables,
    ImmutableArray<(Node Condition, Exit Exit)> Exits,
    Exit? End)
{
    public static FlowState Start { get; } = new(ImmutableDictionary.Create<ISymbol, Node>(SymbolEqualityComparer.Default), [], null);

    public bool OnlyReturns => (End?.IsReturn ?? true) && Exits.All(exit => exit.Exit.IsReturn);

    public FlowState Returning(Node value) => this with { End = new Exit(null, value, Variables) };
}
