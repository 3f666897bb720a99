namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class FloatEdgeCaseTests : EdgeCaseTests<float>;
