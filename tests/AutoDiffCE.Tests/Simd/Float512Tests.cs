using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float512Tests : LanesTests<Float512, float>;
