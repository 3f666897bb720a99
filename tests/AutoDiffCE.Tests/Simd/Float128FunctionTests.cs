using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Simd;

public sealed class Float128FunctionTests : FloatFunctionTests<Float128>;
