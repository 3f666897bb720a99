using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float256Tests : LanesTests<Float256, float>;
