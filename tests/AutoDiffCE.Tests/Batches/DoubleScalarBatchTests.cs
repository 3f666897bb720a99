using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class DoubleScalarBatchTests : BatchTests<DoubleScalar, double>;
