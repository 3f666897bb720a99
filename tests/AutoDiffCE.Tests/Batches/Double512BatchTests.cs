using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Double512BatchTests : BatchTests<Double512, double>;
