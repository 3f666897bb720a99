using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float512FunctionTests : FloatFunctionTests<Float512>;
