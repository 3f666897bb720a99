using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.HighPrecision;

namespace AutoDiffCE.Generators.Tests.Calculus;

public class FunctionDerivativeTests
{
    private static readonly string[] operandNames = ["a", "b", "c"];

    /// <summary>Functions, and operands away from their kinks.</summary>
    public static TheoryData<string, double[]> SmoothPoints { get; } = new()
    {
        { "Exp", [0.3] }, { "Exp", [-700.25] }, { "Exp", [30.5] },
        { "ExpM1", [1e-10] }, { "ExpM1", [-40] }, { "ExpM1", [3.5] },
        { "Log", [1e-300] }, { "Log", [0.7] }, { "Log", [1e300] },
        { "LogP1", [1e-20] }, { "LogP1", [-0.75] }, { "LogP1", [1e10] },
        { "Sqrt", [1e-200] }, { "Sqrt", [2] }, { "Sqrt", [1e200] },
        { "Pow", [2.5, 1.75] }, { "Pow", [0.1, -3.25] }, { "Pow", [1e10, 0.5] },
        { "Abs", [-2.5] }, { "Abs", [1e-300] },
        { "Sign", [-2.5] }, { "Sign", [1e-300] },
        { "Max", [1, 2] }, { "Max", [2, 1] }, { "Max", [-1e300, 1e300] },
        { "Min", [1, 2] }, { "Min", [2, 1] }, { "Min", [-1e300, 1e300] },
        { "Clamp", [0.5, 0, 1] }, { "Clamp", [-0.5, 0, 1] }, { "Clamp", [1.5, 0, 1] }, { "Clamp", [0.5, 1, 0.75] }, { "Clamp", [0.9, 1, 0.75] }, { "Clamp", [1.5, 1, 0.75] },
        { "Tanh", [0.25] }, { "Tanh", [18] }, { "Tanh", [-40] }, { "Tanh", [1e-8] },
        { "Erf", [0.25] }, { "Erf", [-1.5] }, { "Erf", [5] }, { "Erf", [1e-8] },
        { "Erfc", [0.25] }, { "Erfc", [-1.5] }, { "Erfc", [5] }, { "Erfc", [20] },
        { "Sinh", [0.25] }, { "Sinh", [-1e-20] }, { "Sinh", [30.5] }, { "Sinh", [-710.25] },
        { "Cosh", [1e-9] }, { "Cosh", [0.25] }, { "Cosh", [-30.5] }, { "Cosh", [710.25] },
        { "Asinh", [1e-20] }, { "Asinh", [-0.75] }, { "Asinh", [1e10] }, { "Asinh", [-1e300] },
        { "Acosh", [1 + 1e-10] }, { "Acosh", [1.5] }, { "Acosh", [1e10] }, { "Acosh", [1e300] },
        { "Atanh", [1e-20] }, { "Atanh", [0.5] }, { "Atanh", [-1 + 1e-10] },
        { "Sin", [1e-20] }, { "Sin", [0.5] }, { "Sin", [-3] }, { "Sin", [100.25] }, { "Sin", [1e22] },
        { "Cos", [1e-20] }, { "Cos", [0.5] }, { "Cos", [-3] }, { "Cos", [100.25] }, { "Cos", [1e22] },
        { "Tan", [1e-20] }, { "Tan", [0.5] }, { "Tan", [-3] }, { "Tan", [100.25] }, { "Tan", [1.5707963267948966] },
        { "Asin", [1e-20] }, { "Asin", [0.5] }, { "Asin", [-1 + 1e-10] },
        { "Acos", [1e-20] }, { "Acos", [0.5] }, { "Acos", [1 - 1e-10] }, { "Acos", [-1 + 1e-10] },
        { "Atan", [1e-20] }, { "Atan", [0.5] }, { "Atan", [-30] }, { "Atan", [1e200] },
        { "Atan2", [0.5, 2] }, { "Atan2", [3, -0.25] }, { "Atan2", [-1e-10, -1] }, { "Atan2", [-2, 0.5] }, { "Atan2", [1e-200, 3e-200] },
        { "Hypot", [3, -4] }, { "Hypot", [1e-200, 3e-200] }, { "Hypot", [1e300, -1e150] }, { "Hypot", [0, 2] },
        { "Cbrt", [1e-300] }, { "Cbrt", [-2] }, { "Cbrt", [1e300] },
        { "Floor", [-2.5] }, { "Floor", [1e-300] }, { "Ceiling", [-2.5] }, { "Ceiling", [1e-300] }, { "Round", [-2.5 - 1e-10] }, { "Round", [0.75] },
        { "Truncate", [-2.5] }, { "Truncate", [1e-300] },
        { "NormalPdf", [0.25] }, { "NormalPdf", [-6] }, { "NormalPdf", [30] },
        { "NormalCdf", [0.25] }, { "NormalCdf", [-6] }, { "NormalCdf", [-36] }, { "NormalCdf", [8] },
        { "LogNormalCdf", [0.25] }, { "LogNormalCdf", [-0.5] }, { "LogNormalCdf", [8] }, { "LogNormalCdf", [-40] }, { "LogNormalCdf", [-1e150] },
        { "LogGamma", [1e-10] }, { "LogGamma", [0.25] }, { "LogGamma", [1 + 1e-9] }, { "LogGamma", [1.4616321449683622] }, { "LogGamma", [2 - 1e-9] },
        { "LogGamma", [3.75] }, { "LogGamma", [30] }, { "LogGamma", [1e100] },
        { "Digamma", [1e-10] }, { "Digamma", [0.25] }, { "Digamma", [1.4616321449683622] }, { "Digamma", [3.75] }, { "Digamma", [30] }, { "Digamma", [1e100] },
        { "Trigamma", [1e-10] }, { "Trigamma", [0.25] }, { "Trigamma", [3.75] }, { "Trigamma", [1e100] },
        { "LogBeta", [0.25, 3] }, { "LogBeta", [5, 7.5] }, { "LogBeta", [1e15, 2.5] }, { "LogBeta", [1e-10, 1e10] }, { "LogBeta", [1e15, 1e13] },
        { "Sigmoid", [0.25] }, { "Sigmoid", [40] }, { "Sigmoid", [-700] },
        { "Softplus", [0.25] }, { "Softplus", [40] }, { "Softplus", [-700] },
        { "LogSigmoid", [0.25] }, { "LogSigmoid", [40] }, { "LogSigmoid", [-700] },
        { "LogAddExp", [0.25, 0.75] }, { "LogAddExp", [700, -700] }, { "LogAddExp", [-700.5, -700.25] }, { "LogAddExp", [3, 3] },
        { "LogCosh", [1e-9] }, { "LogCosh", [0.25] }, { "LogCosh", [-1.99] }, { "LogCosh", [2.01] }, { "LogCosh", [-700] },
        { "SoftplusMinusMultiple", [1.5, 0.25] }, { "SoftplusMinusMultiple", [40, 1] }, { "SoftplusMinusMultiple", [-30, 1e-20] },
        { "SoftplusMinusMultiple", [0, 0.5] }, { "SoftplusMinusMultiple", [-0.75, 1e18] },
        { "PowM1", [1.25, 0.5] }, { "PowM1", [2, 1e-12] }, { "PowM1", [1.0000001, 2.5] }, { "PowM1", [3, -2.5] },
        { "QuotientOrZero", [0.25, 0.75] }, { "QuotientOrZero", [-3, 1e-200] },
        { "WeightedQuotient", [0.25, 3, 0.75] }, { "WeightedQuotient", [3, -0.25, 20] }, { "WeightedQuotient", [1e-200, 1e-200, 1e-200] },
        { "Relu", [2] }, { "Relu", [-2] },
        { "XLogX", [0.25] }, { "XLogX", [3] }, { "XLogX", [1e-300] },
        { "XLogY", [0.25, 0.75] }, { "XLogY", [-3, 1e-300] }, { "XLogY", [0, 0.5] },
        { "StrongProduct", [0.25, 0.75] }, { "StrongProduct", [-3, 1e-300] },
        { "BelowInfinity", [0.25] }, { "BelowInfinity", [-1e300] },
    };

    [Theory]
    [MemberData(nameof(SmoothPoints))]
    public void Value_and_derivative_are_exact_to_rounding(string name, double[] operands)
    {
        (Notation notation, Node call, FormulaArguments arguments) = CallOf(name, operands);
        // Exponents of the size of the operand are rounded.
        double exponent = operands.Select(Math.Abs).Where(size => size < 1000).DefaultIfEmpty().Max();
        new Accuracy(notation, call, call, operandNames).Check(arguments, 8 * (1 + exponent), $"({string.Join(", ", operands)})");
    }

    [Fact]
    public void Every_function_is_tested_but_those_that_appear_after_differentiation()
    {
        string[] tested = [.. SmoothPoints.Select(row => (string)row[0]).Distinct().Order()];
        Function[] late =
        [
            Functions.ProductOrZero, Functions.ZeroIfFinite, Functions.ZeroUnlessNaN, Functions.Attained, Functions.ElementAt, Functions.Saturated, Functions.Grouped,
            Functions.Pivot, Functions.ReciprocalOrZero, Functions.Tail, Functions.PrintedAs, Functions.MaxOfNumber, Functions.MinOfNumber,
            Functions.Exp2, .. SpecialFunctions.OfDerivatives,
        ];
        Assert.Equal(Functions.All.Except(late).Select(function => function.Name).Order(), tested);
    }

    /// <summary>Kinks and edges, and the derivative by convention.</summary>
    public static TheoryData<string, double[], double[]> Kinks { get; } = new()
    {
        { "Max", [1, 1], [0.5, 0.5] },
        { "Min", [1, 1], [0.5, 0.5] },
        { "Max", [0, -0.0], [0.5, 0.5] },
        { "Abs", [0], [0] },
        { "Sign", [0], [0] },
        { "Relu", [0], [0] },
        { "Floor", [3], [0] },
        { "Ceiling", [3], [0] },
        { "Round", [2.5], [0] },
        { "Truncate", [-1], [0] },
        { "Hypot", [0, 0], [0, 0] },
        { "Hypot", [1e-308, 0], [1, 0] },
        { "Atan2", [0, 0], [0, 0] },
        { "Atan2", [0, -2], [-0.5, 0] },
        { "Cbrt", [0], [double.PositiveInfinity] },
        { "Acosh", [1], [double.PositiveInfinity] },
        { "Atanh", [-1], [double.PositiveInfinity] },
        { "Asin", [1], [double.PositiveInfinity] },
        { "Acos", [-1], [double.NegativeInfinity] },
        { "Asinh", [double.NegativeInfinity], [0] },
        { "Atan", [double.PositiveInfinity], [0] },
        { "LogGamma", [0], [double.NegativeInfinity] },
        { "Digamma", [0], [double.PositiveInfinity] },
        { "Trigamma", [0], [double.NegativeInfinity] },
        { "LogBeta", [0, 1], [double.NegativeInfinity, 0] },
        { "Clamp", [0, 0, 1], [1, 0, 0] },
        { "Clamp", [1, 0, 1], [1, 0, 0] },
        { "Clamp", [0.5, 1, 1], [0, 1, 0] },
        { "Clamp", [1.5, 1, 1], [0, 0, 1] },
        { "Clamp", [1, 1, 1], [1, 0, 0] },
        { "Sqrt", [0], [double.PositiveInfinity] },
        { "XLogY", [0, 0], [double.NegativeInfinity, 0] },
        { "XLogX", [0], [double.NegativeInfinity] },
        { "StrongProduct", [0, double.PositiveInfinity], [double.PositiveInfinity, 0] },
        { "Softplus", [0], [0.5] },
        { "Exp", [double.NegativeInfinity], [0] },
        { "Sigmoid", [double.NegativeInfinity], [0] },
        { "Softplus", [double.NegativeInfinity], [0] },
        { "Softplus", [double.PositiveInfinity], [1] },
    };

    [Theory]
    [MemberData(nameof(Kinks))]
    public void At_a_kink_the_derivative_is_the_convention(string name, double[] operands, double[] expected)
    {
        (Notation notation, Node call, FormulaArguments arguments) = CallOf(name, operands);
        FormulaInput[] inputs = [.. operandNames.Take(operands.Length).Select(operand => new FormulaInput(operand, InputKind.Scalar, true))];
        Node[] gradient = new ReverseMode(notation.NodeAlgebra).Differentiate(call, notation.NodeAlgebra.Constant(1), inputs);
        Assert.Equal(expected, gradient.Select(new Interpreter(arguments).Evaluate));
    }

    [Fact]
    public void A_zero_in_front_silences_the_root_of_zero()
    {
        // 0 · √a has the derivative 0 at 0, although the root's is infinite.
        var n = new Notation();
        Node value = (n.Scalar("b") * n.Sqrt(n.Scalar("a"))).Node;
        var arguments = new FormulaArguments { Classes = 1, Scalars = { ["a"] = 0, ["b"] = 0 } };
        Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(value, n.NodeAlgebra.Constant(1), [new("a", InputKind.Scalar, true)])[0];
        Assert.Equal(0, new Interpreter(arguments).Evaluate(gradient));
    }

    [Fact]
    public void Values_lie_in_the_range_of_the_table()
    {
        double[] points = [double.NegativeInfinity, -1e300, -3, -1, -0.5, -1e-300, 0, 1e-300, 0.5, 1, 3, 1e300, double.PositiveInfinity];
        foreach (Function function in Functions.All.Where(function => function.Arity == 1))
        {
            foreach (double value in points.Select(point => function.Evaluate(point, 0, 0)).Where(value => !double.IsNaN(value)))
                Assert.InRange(value, function.Range.Low, function.Range.High);
        }
    }

    [Fact]
    public void Every_function_has_a_derivative_by_each_operand()
    {
        var algebra = new NodeAlgebra(new NodeTable());
        foreach (Function function in Functions.All)
        {
            Node[] operands = [.. Enumerable.Range(0, function.Arity).Select(operand => algebra.Table.Scalar("x" + operand))];
            Node call = algebra.Table.Call(function, operands);
            Assert.Equal(function.Arity, Derivatives.Of(algebra, function, operands, call, algebra.Table.Scalar("g")).Length);
        }
    }

    private static (Notation Notation, Node Call, FormulaArguments Arguments) CallOf(string name, double[] operands)
    {
        var notation = new Notation();
        var arguments = new FormulaArguments { Classes = 1 };
        for (int index = 0; index < operands.Length; index++)
            arguments.Scalars[operandNames[index]] = operands[index];
        Expression call = notation.Call(Functions.ByName(name), [.. operandNames.Take(operands.Length).Select(notation.Scalar)]);
        return (notation, call.Node, arguments);
    }
}
