using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double128Tests : LanesTests<Double128, double>;
