using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;
using AutoDiffCE.Generators.Tests.Infrastructure;
using AutoDiffCE.Generators.Tests.Parsing;

namespace AutoDiffCE.Generators.Tests.Programs;

/// <summary>A formula as it was parsed, and the kernels that it was compiled to.</summary>
internal sealed class CompiledFormula
{
    private readonly Formula formula;
    private readonly ImmutableArray<CompiledVariant> variants;
    private readonly Node[] gradients;

    public CompiledFormula(string constructor, string members)
    {
        string declaration = $"[Loss]\npublic sealed partial class Sample{constructor}\n{{\n{members}\n}}\n";
        LossModel model = FormulaOracle.Parse(TestCompilation.Of(GeneratorRunner.Header + declaration)).Model!;
        formula = model.Formula!.Thaw();
        variants = LossCompiler.Compile(model);
        var algebra = new NodeAlgebra(formula.Table);
        FormulaInput[] differentiable = [.. formula.Inputs.Where(input => input.IsDifferentiable)];
        Node upstream = GivesRow
            ? formula.Table.Element(KernelProgram.Upstream, formula.Table.Index(AxisSet.Row))
            : formula.Table.Scalar(KernelProgram.Upstream);
        gradients = new ReverseMode(algebra).Differentiate(algebra.Canonical(formula.Value), upstream, differentiable);
    }

    public bool GivesRow => !formula.Value.Axes.IsEmpty;

    /// <summary>A sample between 0.1 and 2, and what its class captures.</summary>
    public FormulaArguments Draw(Random random)
    {
        var arguments = new FormulaArguments { Classes = random.Next(3, 7) };
        double Number() => 0.1 + (1.9 * random.NextDouble());
        double[] Row() => [.. Enumerable.Range(0, arguments.Classes).Select(_ => Number())];
        foreach (FormulaInput input in formula.Inputs)
        {
            if (input.Kind.IsRow)
                arguments.Rows[input.Name] = Row();
            else if (input.Kind.IsReal)
                arguments.Scalars[input.Name] = Number();
            else
                arguments.Labels[input.Name] = random.Next(arguments.Classes);
        }
        foreach (HyperParameter parameter in formula.HyperParameters)
        {
            if (parameter.IsRow)
                arguments.Rows[parameter.Name] = Row();
            else
                arguments.Scalars[parameter.Name] = parameter.IsFlag ? random.Next(2) : parameter.IsInteger ? random.Next(1, 4) : Number();
        }
        arguments.Scalars[KernelProgram.Upstream] = Number();
        arguments.Rows[KernelProgram.Upstream] = Row();
        return arguments;
    }

    /// <summary>The kernel for the value, or the row, and the one for the gradient, with the rows that are computed once per call among the arguments.</summary>
    public (CompiledKernel Forward, CompiledKernel Backward) Kernels(FormulaArguments arguments)
    {
        Compiler.CompiledLoss loss = variants.First(variant => variant.Conditions.All(condition =>
            new Interpreter(arguments).Evaluate(condition.Comparison) != 0 == condition.Holds)).Loss;
        (CompiledKernel forward, CompiledKernel backward) = loss is MapLoss map ? (map.Forward, map.Backward) : (loss.Main, loss.Main);
        foreach (ComputedRow row in forward.ComputedRows.Concat(backward.ComputedRows))
            arguments.Rows[row.Name] = new Interpreter(arguments).EvaluateRow(row.Definition);
        return (forward, backward);
    }

    /// <summary>The value, or the row.</summary>
    public double[] Value(FormulaArguments arguments) =>
        GivesRow ? new Interpreter(arguments).EvaluateRow(formula.Value) : [new Interpreter(arguments).Evaluate(formula.Value)];

    /// <summary>The gradient by each differentiable input.</summary>
    public double[][] Gradient(FormulaArguments arguments) => [.. formula.Inputs.Where(input => input.IsDifferentiable).Zip(gradients, (input, gradient) =>
        input.Kind.IsRow ? new Interpreter(arguments).EvaluateRow(gradient) : [new Interpreter(arguments).Evaluate(gradient)])];

    /// <summary>What a program gives: the value, or the row of a formula that gives one, and the gradients by the inputs of the kernel that have one.</summary>
    public static (double[] Value, double[][] Gradients) Results(CompiledKernel kernel, double value, IReadOnlyList<double[]> gradients) => (
        kernel.RowOut >= 0 ? gradients[kernel.RowOut] : [value],
        [.. gradients.Where((_, input) => kernel.RealInputs[input].IsDifferentiable)]);
}
