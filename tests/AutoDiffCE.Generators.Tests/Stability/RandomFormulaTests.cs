using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.Infrastructure;

namespace AutoDiffCE.Generators.Tests.Stability;

public class RandomFormulaTests
{
    private const int Seed = 2718;

    private static readonly FormulaInput[] inputs =
    [
        new("x", InputKind.Row, IsDifferentiable: true),
        new("z", InputKind.Scalar, IsDifferentiable: true),
        new("t", InputKind.Scalar, IsDifferentiable: true),
    ];

    [Theory]
    [InlineData(2, 200)]
    [InlineData(3, 200)]
    [InlineData(5, 40)]
    public void Rewriting_changes_neither_value_nor_gradient(int depth, int count)
    {
        var random = new Random(Seed + depth);
        for (int round = 0; round < count * LongForm.Times(5); round++)
        {
            var notation = new Notation();
            Node original = RandomFormula.Make(notation, random, depth).Node;
            Node stable = Stabilizer.Stabilize(notation.NodeAlgebra, original).Value;
            Verifier.Verify(stable, AxisSet.None);
            for (int sample = 0; sample < 3; sample++)
                Compare(notation, original, stable, RandomFormula.Arguments(random), $"round {round} of depth {depth}, seed {Seed}");
        }
    }

    private static void Compare(Notation notation, Node original, Node stable, FormulaArguments arguments, string description)
    {
        double before = new Interpreter(arguments).Evaluate(original);
        // What overflows or loses everything as written says nothing about the rewrite.
        if (!double.IsFinite(before) || Math.Abs(before) > 1e3)
            return;
        double after = new Interpreter(arguments).Evaluate(stable);
        Assert.True(IsClose(before, after), $"{original} is {before:R}, {stable} is {after:R} at {description}");

        Node[] expected = Gradient(notation, notation.NodeAlgebra.Canonical(original));
        Node[] computed = Gradient(notation, stable);
        for (int index = 0; index < inputs.Length; index++)
        {
            double[] left = Evaluate(arguments, expected[index], inputs[index]);
            double[] right = Evaluate(arguments, computed[index], inputs[index]);
            bool isUsable = left.All(part => double.IsFinite(part) && Math.Abs(part) < 1e3);
            Assert.True(!isUsable || left.Zip(right).All(pair => IsClose(pair.First, pair.Second)),
                $"d/d{inputs[index].Name} of {original} is [{string.Join(", ", left)}], of {stable} [{string.Join(", ", right)}] at {description}");
        }
    }

    private static bool IsClose(double left, double right) => Math.Abs(left - right) <= 1e-8 * (1 + Math.Abs(left));

    private static Node[] Gradient(Notation notation, Node value) =>
        new ReverseMode(notation.NodeAlgebra).Differentiate(value, notation.NodeAlgebra.Constant(1), inputs);

    private static double[] Evaluate(FormulaArguments arguments, Node gradient, FormulaInput input) =>
        input.Kind == InputKind.Row ? new Interpreter(arguments).EvaluateRow(gradient) : [new Interpreter(arguments).Evaluate(gradient)];
}
