namespace AutoDiffCE.Tests.Stability;

/// <inheritdoc/>
public sealed class FloatStableFormTests : StableFormTests<float>;
