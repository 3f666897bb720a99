using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class FloatScalarFunctionTests : FloatFunctionTests<FloatScalar>;
