using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Expressions of hyper-parameters that are left to C#, and what the file around them has to repeat so that its names mean what they mean to their author.</summary>
/// <param name="Directives">The externs and usings of the author's file.</param>
/// <param name="Namespaces">The namespaces around the class, outermost first.</param>
/// <param name="Methods">A method for each expression.</param>
internal sealed record CSharpPart(EquatableArray<string> Directives, EquatableArray<NamespaceHeader> Namespaces, EquatableArray<CSharpMethod> Methods);

/// <summary>A namespace, as its author opens it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Directives">Its own externs and usings.</param>
internal sealed record NamespaceHeader(string Name, EquatableArray<string> Directives);

/// <summary>A method that is an expression.</summary>
/// <param name="Type">What it returns.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The expression, character by character as its author wrote it.</param>
internal sealed record CSharpMethod(string Type, string Name, string Text);
