namespace AutoDiffCE.Tests.Activations;

/// <inheritdoc/>
public sealed class FloatRowMapTests : RowMapTests<float>;
