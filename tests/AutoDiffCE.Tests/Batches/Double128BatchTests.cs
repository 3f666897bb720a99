using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Double128BatchTests : BatchTests<Double128, double>;
