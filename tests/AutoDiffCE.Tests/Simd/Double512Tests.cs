using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double512Tests : LanesTests<Double512, double>;
