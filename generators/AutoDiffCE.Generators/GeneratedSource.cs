namespace AutoDiffCE.Generators;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">What it holds.</param>
internal sealed record GeneratedSource(string HintName, string Text);
