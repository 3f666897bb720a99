using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Float512BatchTests : BatchTests<Float512, float>;
