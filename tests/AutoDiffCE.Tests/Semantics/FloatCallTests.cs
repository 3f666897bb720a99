namespace AutoDiffCE.Tests.Semantics;

/// <inheritdoc/>
public sealed class FloatCallTests : CallTests<float>;
