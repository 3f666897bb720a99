namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class DoubleModifierTests : ModifierTests<double>;
