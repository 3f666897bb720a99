using System.Globalization;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.HighPrecision;

/// <summary>Compares an expression in double, and the gradient that reverse mode makes of it, with an original in 1600 bits.</summary>
internal sealed class Accuracy(Notation notation, Node original, Node stable, params string[] differentiated)
{
    private const double Epsilon = 2.2204460492503131e-16;

    private readonly Dictionary<string, Node> gradients = [];

    /// <summary>Fails where value or gradient are further from the exact ones than rounding explains.</summary>
    /// <param name="arguments">The sample.</param>
    /// <param name="tolerance">
    /// The relative error allowed, in units of 2^−52. Where exponents of size M are rounded, exponentials are wrong by M units:
    /// pass a multiple of 1 + M.
    /// </param>
    /// <param name="description">What the message calls the sample.</param>
    public void Check(FormulaArguments arguments, double tolerance, string description)
    {
        var interpreter = new Interpreter(arguments);
        double exact = new HighPrecisionInterpreter(arguments).Evaluate(original).ToDouble();
        Compare(exact, interpreter.Evaluate(stable), tolerance, "value", description);

        foreach ((string name, bool isRow) in Inputs())
        {
            Node gradient = Gradient(name, isRow);
            double[] computed = isRow ? interpreter.EvaluateRow(gradient) : [interpreter.Evaluate(gradient)];
            for (int element = 0; element < computed.Length; element++)
            {
                // What is masked with an infinity has no derivative but the limit, zero.
                bool isMasked = isRow && double.IsInfinity(arguments.Rows[name][element]);
                double derivative = isMasked ? 0 : HighPrecisionInterpreter.Derivative(original, arguments, name, element);
                Compare(derivative, computed[element], tolerance, $"d/d{name}[{element}]", description);
            }
        }
    }

    private IEnumerable<(string Name, bool IsRow)> Inputs() => TopologicalOrder.FromLeaves([original])
        .Where(node => node.Operation is Operation.Element or Operation.Scalar && differentiated.Contains(node.Name))
        .Select(node => (node.Name, node.Operation == Operation.Element))
        .Distinct();

    private Node Gradient(string name, bool isRow)
    {
        if (!gradients.TryGetValue(name, out Node? gradient))
        {
            var input = new FormulaInput(name, isRow ? InputKind.Row : InputKind.Scalar, IsDifferentiable: true);
            gradient = new ReverseMode(notation.NodeAlgebra).Differentiate(stable, notation.NodeAlgebra.Constant(1), [input])[0];
            Verifier.Verify(gradient, isRow ? AxisSet.Of(AxisSet.Row) : AxisSet.None);
            gradients[name] = gradient;
        }
        return gradient;
    }

    private void Compare(double exact, double computed, double tolerance, string what, string description)
    {
        // Below the smallest normal number a double has no digits to be relative to.
        double allowed = (Math.Abs(exact) * tolerance * Epsilon) + 1e-305;
        bool isRight = exact.Equals(computed) || Math.Abs(exact - computed) <= allowed;
        double units = Math.Abs(exact - computed) / Math.Abs(exact) / Epsilon;
        Assert.True(isRight, string.Create(CultureInfo.InvariantCulture,
            $"{what} of {stable} is {computed:R}, exactly {exact:R} ({units:F1} units, {tolerance:F1} allowed) at {description}"));
    }
}
