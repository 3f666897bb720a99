using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Double128FunctionTests : DoubleFunctionTests<Double128>;
