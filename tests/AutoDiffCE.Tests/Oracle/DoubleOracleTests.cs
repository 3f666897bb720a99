namespace AutoDiffCE.Tests.Oracle;

/// <inheritdoc/>
public sealed class DoubleOracleTests : OracleTests<double>;
