using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class DoubleScalarFunctionTests : DoubleFunctionTests<DoubleScalar>;
