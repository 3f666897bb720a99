namespace AutoDiffCE.Tests.Activations;

/// <inheritdoc/>
public sealed class DoubleRowMapTests : RowMapTests<double>;
