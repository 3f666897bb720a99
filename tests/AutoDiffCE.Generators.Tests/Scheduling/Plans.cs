using System.Collections.Immutable;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Tests.Infrastructure;
using AutoDiffCE.Generators.Tests.Parsing;

namespace AutoDiffCE.Generators.Tests.Scheduling;

/// <summary>Compiles formulas as far as their plans.</summary>
internal static class Plans
{
    /// <summary>The kernels of a loss with the given members.</summary>
    public static ImmutableArray<CompiledKernel> Kernels(string members, string constructor = "")
    {
        string declaration = $"[Loss]\npublic sealed partial class Sample{constructor}\n{{\n{members}\n}}\n";
        LossModel model = FormulaOracle.Parse(TestCompilation.Of(GeneratorRunner.Header + declaration)).Model!;
        Assert.NotNull(model.Formula);
        return Assert.Single(LossCompiler.Compile(model)).Loss.Kernels;
    }

    /// <summary>The kernel for a formula of a row and a label.</summary>
    public static CompiledKernel OfLabel(string expression) => Kernels($"public double Formula(Row x, int y) => {expression};")[0];

    /// <summary>The kernel for a formula of two scalars.</summary>
    public static CompiledKernel OfScalars(string expression) => Kernels($"public double Formula(double x, double t) => {expression};")[0];
}
