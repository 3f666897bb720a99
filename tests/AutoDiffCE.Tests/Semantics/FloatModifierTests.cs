namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class FloatModifierTests : ModifierTests<float>;
