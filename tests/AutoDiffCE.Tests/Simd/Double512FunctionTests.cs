using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double512FunctionTests : DoubleFunctionTests<Double512>;
