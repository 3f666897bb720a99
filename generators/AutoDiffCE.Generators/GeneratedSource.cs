namespace AutoDiffCE.Generators;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">What it holds.</param>
/// <param name="TypeName">The loss that it belongs to.</param>
/// <param name="Failure">Why its members only throw, where the formula is right and no kernel was found; otherwise null.</param>
internal sealed record GeneratedSource(string HintName, string Text, string TypeName, string? Failure);
