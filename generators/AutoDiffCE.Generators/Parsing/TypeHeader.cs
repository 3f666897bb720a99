namespace AutoDiffCE.Generators.Parsing;

/// <summary>A type that the generated part is nested in, as its partial declaration has to repeat it.</summary>
/// <param name="Keyword">class, struct, interface, record or record struct.</param>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
internal sealed record TypeHeader(string Keyword, string Name);
