namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class DoubleCallTests : CallTests<double>;
