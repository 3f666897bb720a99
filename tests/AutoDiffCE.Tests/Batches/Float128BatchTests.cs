using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Float128BatchTests : BatchTests<Float128, float>;
