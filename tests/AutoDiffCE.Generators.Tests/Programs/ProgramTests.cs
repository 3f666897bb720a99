using System.Globalization;
using System.Reflection;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Tests.Emission;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Programs;

/// <summary>
/// The statements between plan and text. What they compute is what the formula says, in the interpreter and as plain C#; that the kernels compute it, too, is
/// shown where the same formulas are run over registers.
/// </summary>
public class ProgramTests
{
    private const double Tolerance = 1e-11;

    private static readonly (string Constructor, string Members)[] all =
    [
        .. OddFormulas.FixedPositions, .. OddFormulas.Captures, .. OddFormulas.Labels, .. OddFormulas.Truths, .. OddFormulas.Mixed,
        ("", "public double Formula(Row x, int k) => LogSumExp(x) - x[k];"),
        ("", "public double Formula(Row x, Row t) => Norm(x - t) + Max(x * t) - Min(Softmax(x)) * Sum(x, (a, i) => Sum(t, (b, j) => i == j ? a : a * b));"),
    ];

    [Fact]
    public void A_program_computes_what_the_formula_says()
    {
        var random = new Random(1);
        Assert.All(all, loss =>
        {
            var formula = new CompiledFormula(loss.Constructor, loss.Members);
            for (int sample = 0; sample < 4; sample++)
            {
                FormulaArguments arguments = formula.Draw(random);
                (CompiledKernel forward, CompiledKernel backward) = formula.Kernels(arguments);
                AssertClose(formula.Value(arguments), Interpret(forward, arguments, formula.GivesRow).Value);
                (double[] value, double[][] gradients) = Interpret(backward, arguments, hasGradient: true);
                if (!formula.GivesRow)
                    AssertClose(formula.Value(arguments), value);
                Assert.Equal(formula.Gradient(arguments).Length, gradients.Length);
                Assert.All(formula.Gradient(arguments).Zip(gradients), pair => AssertClose(pair.First, pair.Second));
            }
        });
    }

    [Fact]
    public void A_program_is_printed_as_plain_scalar_code_as_well()
    {
        CompiledFormula[] formulas = [.. all.Select(loss => new CompiledFormula(loss.Constructor, loss.Members))];
        var random = new Random(2);
        List<(string Method, CompiledKernel Kernel, KernelProgram Program, FormulaArguments Arguments)> calls = [];
        foreach (CompiledFormula formula in formulas)
        {
            FormulaArguments arguments = formula.Draw(random);
            CompiledKernel kernel = formula.Kernels(arguments).Backward;
            KernelCode code = kernel.Code;
            foreach (KernelProgram program in code.Values is null ? new[] { code.ValuesAndGradient } : [code.ValuesAndGradient, code.Values])
                calls.Add(("Run" + calls.Count.ToString(CultureInfo.InvariantCulture), kernel, program, arguments));
        }
        string methods = string.Concat(calls.Select(call => ScalarPrinter.Print(call.Method, call.Kernel, call.Program)));
        Type type = TestCompilation.Load(TestCompilation.Of(GeneratorRunner.Header + "public static class Printed\n{\n" + methods + "}\n")).GetType("Printed")!;
        Assert.All(calls, call =>
        {
            foreach (bool hasGradient in new[] { false, true })
            {
                (double[] value, double[][] gradients) = Interpret(call.Kernel, call.Program, call.Arguments, hasGradient);
                (double[] printedValue, double[][] printedGradients) = Call(type.GetMethod(call.Method)!, call.Kernel, call.Program, call.Arguments, hasGradient);
                AssertClose(value, printedValue);
                Assert.All(gradients.Zip(printedGradients), pair => AssertClose(pair.First, pair.Second));
            }
        });
    }

    [Fact]
    public void What_is_not_loaded_is_not_known()
    {
        var formula = new CompiledFormula("", "public double Formula(double x, double t) => Exp(x) * t;");
        FormulaArguments arguments = formula.Draw(new Random(3));
        CompiledKernel kernel = formula.Kernels(arguments).Forward;
        KernelProgram program = kernel.Code.ValuesAndGradient;
        KernelProgram without = program with { Body = [.. program.Body.Where(statement => statement is not Load)] };
        Assert.Throws<InvalidOperationException>(() => Interpret(kernel, without, arguments, hasGradient: false));
    }

    private static (double[] Value, double[][] Gradients) Interpret(CompiledKernel kernel, FormulaArguments arguments, bool hasGradient) =>
        Interpret(kernel, hasGradient ? kernel.Code.ValuesAndGradient : kernel.Code.Values ?? kernel.Code.ValuesAndGradient, arguments, hasGradient);

    private static (double[] Value, double[][] Gradients) Interpret(CompiledKernel kernel, KernelProgram program, FormulaArguments arguments, bool hasGradient)
    {
        var interpreter = new ProgramInterpreter(new ProgramInputs(kernel.RealInputs, kernel.IntegerInputs, kernel.SharedRows), arguments, hasGradient);
        interpreter.Run(program);
        return CompiledFormula.Results(kernel, interpreter.Value, interpreter.Gradients);
    }

    private static (double[] Value, double[][] Gradients) Call(
        MethodInfo method, CompiledKernel kernel, KernelProgram program, FormulaArguments arguments, bool hasGradient)
    {
        double[] Input(FormulaInput input) => input.Kind.IsRow ? arguments.Rows.GetValueOrDefault(input.Name, []) : [arguments.Scalars[input.Name]];
        double[][] reals = [.. kernel.RealInputs.Select(Input)];
        int[] labels = [.. kernel.IntegerInputs.Select(input => arguments.Labels[input.Name])];
        double[] scalars = [.. program.SharedScalars.Select(new Interpreter(arguments).Evaluate)];
        double[][] rows = [.. program.SharedRows.Select(row => arguments.Rows[row])];
        double[] results = new double[1];
        double[][] gradients = [.. kernel.RealInputs.Select(input => new double[input.Kind.IsRow ? arguments.Classes : 1])];
        method.Invoke(null, [arguments.Classes, reals, labels, arguments.Scalars[KernelProgram.Upstream], scalars, rows, hasGradient, results, gradients]);
        return CompiledFormula.Results(kernel, results[0], gradients);
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int index = 0; index < expected.Length; index++)
        {
            bool isClose = expected[index].Equals(actual[index]) || Math.Abs(expected[index] - actual[index]) <= Tolerance * (1 + Math.Abs(expected[index]));
            Assert.True(isClose, string.Create(CultureInfo.InvariantCulture, $"{actual[index]:R} for {expected[index]:R}"));
        }
    }
}
