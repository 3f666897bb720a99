using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class FloatScalarBatchTests : BatchTests<FloatScalar, float>;
