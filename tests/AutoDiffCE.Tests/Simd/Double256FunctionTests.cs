using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double256FunctionTests : DoubleFunctionTests<Double256>;
