using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class FloatScalarTests : LanesTests<FloatScalar, float>;
