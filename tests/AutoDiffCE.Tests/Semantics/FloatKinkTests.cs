namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class FloatKinkTests : KinkTests<float>;
