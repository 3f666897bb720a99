namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class DoubleEdgeCaseTests : EdgeCaseTests<double>;
