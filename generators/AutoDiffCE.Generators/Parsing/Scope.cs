using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>A function whose body is being read: the formula, a lambda in it, or what is read in place of a call.</summary>
/// <param name="Function">The method or the lambda.</param>
/// <param name="Body">Its body.</param>
/// <param name="Self">What <c>this</c> is in it; null for the loss itself.</param>
/// <param name="IsCertain">Whether C# runs it whatever the inputs are.</param>
internal sealed record Scope(IMethodSymbol Function, IOperation Body, Part? Self, bool IsCertain);
