using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What is known at one point of a formula's body, on every path that leads there.</summary>
/// <param name="Variables">The value of each local and each parameter that was assigned to.</param>
/// <param name="Results">What was returned before, on some of the paths, in the order in which their conditions are asked.</param>
/// <param name="Final">What is returned on all other paths; null while some path goes on.</param>
internal sealed record FlowState(
    ImmutableDictionary<ISymbol, Node> Variables,
    ImmutableArray<(Node Condition, Node Value)> Results,
    Node? Final)
{
    public static FlowState Start { get; } = new(ImmutableDictionary.Create<ISymbol, Node>(SymbolEqualityComparer.Default), [], null);
}
