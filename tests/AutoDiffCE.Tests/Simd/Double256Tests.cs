using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double256Tests : LanesTests<Double256, double>;
