namespace AutoDiffCE.Tests.Stability;

/// <inheritdoc/>
public sealed class DoubleStableFormTests : StableFormTests<double>;
