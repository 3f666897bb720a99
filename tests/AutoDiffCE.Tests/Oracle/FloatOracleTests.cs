namespace AutoDiffCE.Tests.Oracle;

/// <inheritdoc/>
public sealed class FloatOracleTests : OracleTests<float>;
