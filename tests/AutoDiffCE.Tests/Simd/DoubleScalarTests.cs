using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class DoubleScalarTests : LanesTests<DoubleScalar, double>;
