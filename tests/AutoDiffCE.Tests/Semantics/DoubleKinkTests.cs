namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class DoubleKinkTests : KinkTests<double>;
