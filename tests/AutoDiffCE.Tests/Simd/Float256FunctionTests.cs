using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float256FunctionTests : FloatFunctionTests<Float256>;
