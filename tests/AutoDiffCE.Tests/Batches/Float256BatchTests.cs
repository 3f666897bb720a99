using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Batches;

public sealed class Float256BatchTests : BatchTests<Float256, float>;
