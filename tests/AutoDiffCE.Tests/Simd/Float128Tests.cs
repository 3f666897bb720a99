using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float128Tests : LanesTests<Float128, float>;
