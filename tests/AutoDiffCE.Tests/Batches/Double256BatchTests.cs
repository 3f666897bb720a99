using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Double256BatchTests : BatchTests<Double256, double>;
