using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Labels;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Labels;

public class LabelLiftingTests
{
    private const int Seed = 5;

    private static readonly FormulaInput logits = new("x", InputKind.Row, IsDifferentiable: true);

    private static readonly FormulaInput label = new("y", InputKind.Label, IsDifferentiable: false);

    private static readonly (string Name, Func<Notation, Expression> Formula)[] formulas =
    [
        ("cross-entropy", n => -n.Log(n.Softmax(n.X)[n.Y])),
        ("focal", n => -n.Pow(1 - n.Softmax(n.X)[n.Y], n.Number(1.5)) * n.Log(n.Softmax(n.X)[n.Y])),
        ("Brier", n => n.Sum(Squared(n.Softmax(n.X) - OneHot(n)))),
        ("multi-margin", n => n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), n.Relu(1 + n.X - n.X[n.Y])))),
        ("additive margin", n => -n.Log(n.Softmax(2 * (n.X - (0.25 * OneHot(n))))[n.Y])),
        ("label as a number", n => n.X[n.Y] * n.Y),
        ("distance to the label", n => n.Sum(n.Softmax(n.X) * n.Abs(n.Index - n.Y))),
        ("label as number, index and neighbor", n => n.X[n.Y] + n.Sum(n.Where(n.Index.Is(n.Y - 1), n.X * n.Y, n.Abs(n.Index - n.Y)) * n.Softmax(n.X))),
        ("pairs", n => n.Sum(n.LogSumExp(n.X * n.X[n.Y]) * n.X)),
    ];

    public static TheoryData<string> Formulas { get; } = [.. formulas.Select(formula => formula.Name)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_smoothed_label_is_the_weighted_mean_over_labels(string name)
    {
        var random = new Random(Seed);
        for (int sample = 0; sample < 10; sample++)
        {
            FormulaArguments arguments = Arguments(random);
            double smoothing = arguments.Scalars[LiftedNames.LabelSmoothing];
            double[] probabilities = [.. Enumerable.Range(0, arguments.Classes)
                .Select(position => (smoothing / arguments.Classes) + (position == arguments.Labels["y"] ? 1 - smoothing : 0))];
            Compare(name, LiftedLabel.Smoothed, arguments, probabilities);
        }
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_distribution_weighs_the_loss_of_each_label(string name)
    {
        var random = new Random(Seed);
        for (int sample = 0; sample < 10; sample++)
        {
            FormulaArguments arguments = Arguments(random);
            double smoothing = arguments.Scalars[LiftedNames.LabelSmoothing];
            double[] probabilities = [.. arguments.Rows[LiftedNames.LabelDistribution]
                .Select(probability => ((1 - smoothing) * probability) + (smoothing / arguments.Classes))];
            Compare(name, LiftedLabel.Distribution, arguments, probabilities);
        }
    }

    [Fact]
    public void Lifted_cross_entropy_keeps_one_log_sum_exp_for_all_classes()
    {
        var n = new Notation();
        Node lifted = Lift(n, -n.Log(n.Softmax(n.X)[n.Y]), LiftedLabel.Smoothed);
        Node[] reductions = [.. TopologicalOrder.FromLeaves([lifted]).Where(node => node.IsReduction)];
        Assert.Equal([Operation.LogSumExp, Operation.Sum], reductions.Select(node => node.Operation).Order().Reverse());
        Assert.All(reductions, reduction => Assert.True(reduction.Axes.IsEmpty));
        Assert.Equal(
            "Σ_i((classWeights[i] · (labelSmoothing / classes + [i = y ? 1 − labelSmoothing : 0])) · (logSumExp_j(x[j]) − x[i]))",
            lifted.ToString());
    }

    [Fact]
    public void A_class_of_no_weight_adds_nothing_even_where_its_loss_is_infinite()
    {
        var n = new Notation();
        Node lifted = Lift(n, -n.Log(n.Softmax(n.X)[n.Y]), LiftedLabel.Distribution);
        var arguments = new FormulaArguments
        {
            Classes = 3,
            Rows =
            {
                ["x"] = [1, 1, double.NegativeInfinity],
                [LiftedNames.ClassWeights] = [1, 1, 1],
                [LiftedNames.LabelDistribution] = [0.5, 0.5, 0],
            },
            Scalars = { [LiftedNames.LabelSmoothing] = 0 },
        };
        Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(lifted, n.NodeAlgebra.Constant(1), [logits])[0];
        Assert.Equal(Math.Log(2), new Interpreter(arguments).Evaluate(lifted), 1e-15);
        Assert.Equal(0, new Interpreter(arguments).EvaluateRow(gradient)[2]);
    }

    [Fact]
    public void A_label_of_more_classes_than_the_row_is_smoothed_over_all_of_them()
    {
        const int Extra = 2;
        var n = new Notation();
        var wider = new FormulaInput("y", InputKind.Label, IsDifferentiable: false) { ExtraClasses = Extra };
        Expression y = n.Label("y", Extra);
        Node plain = n.NodeAlgebra.Canonical(n.Sum(n.X * n.Where(n.Index < y, y, n.Number(-1))).Node);
        Node lifted = LabelLifting.Lift(n.NodeAlgebra, Stabilizer.Stabilize(n.NodeAlgebra, plain, lifted: y.Node).Value, wider, LiftedLabel.Smoothed);
        Verifier.Verify(lifted, AxisSet.None);

        for (int own = 0; own < 4 + Extra; own++)
        {
            FormulaArguments arguments = Arguments(new Random(Seed));
            double[] weights = [.. arguments.Rows[LiftedNames.ClassWeights], 0.75, 1.25];
            arguments.Labels["y"] = own;
            arguments.Scalars[LiftedNames.ExtraClassWeight(0)] = weights[4];
            arguments.Scalars[LiftedNames.ExtraClassWeight(1)] = weights[5];
            double expected = 0;
            for (int c = 0; c < weights.Length; c++)
                expected += weights[c] * ((0.1 / weights.Length) + (c == own ? 0.9 : 0)) * new Interpreter(Labeled(arguments, c)).Evaluate(plain);
            Assert.Equal(expected, new Interpreter(arguments).Evaluate(lifted), 1e-13);
        }
    }

    private static void Compare(string name, LiftedLabel kind, FormulaArguments arguments, double[] probabilities)
    {
        var n = new Notation();
        Expression formula = formulas.Single(candidate => candidate.Name == name).Formula(n);
        Node lifted = Lift(n, formula, kind);
        Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(lifted, n.NodeAlgebra.Constant(1), [logits])[0];
        Node plain = n.NodeAlgebra.Canonical(formula.Node);
        Node plainGradient = new ReverseMode(n.NodeAlgebra).Differentiate(plain, n.NodeAlgebra.Constant(1), [logits])[0];

        double expected = 0;
        double[] expectedGradient = new double[arguments.Classes];
        for (int position = 0; position < arguments.Classes; position++)
        {
            double weight = arguments.Rows[LiftedNames.ClassWeights][position] * probabilities[position];
            var interpreter = new Interpreter(Labeled(arguments, position));
            expected += weight * interpreter.Evaluate(plain);
            double[] part = interpreter.EvaluateRow(plainGradient);
            for (int element = 0; element < part.Length; element++)
                expectedGradient[element] += weight * part[element];
        }
        Assert.Equal(expected, new Interpreter(arguments).Evaluate(lifted), 1e-12);
        double[] computed = new Interpreter(arguments).EvaluateRow(gradient);
        for (int element = 0; element < computed.Length; element++)
            Assert.Equal(expectedGradient[element], computed[element], 1e-12);
    }

    private static Node Lift(Notation n, Expression formula, LiftedLabel kind)
    {
        Node stable = Stabilizer.Stabilize(n.NodeAlgebra, formula.Node, lifted: n.Y.Node).Value;
        Node lifted = LabelLifting.Lift(n.NodeAlgebra, stable, label, kind);
        Verifier.Verify(lifted, AxisSet.None);
        return lifted;
    }

    private static FormulaArguments Labeled(FormulaArguments arguments, int position)
    {
        var labeled = new FormulaArguments { Classes = arguments.Classes, Labels = { ["y"] = position } };
        foreach ((string name, double[] row) in arguments.Rows)
            labeled.Rows[name] = row;
        return labeled;
    }

    private static FormulaArguments Arguments(Random random)
    {
        double[] Row(double low) => [.. Enumerable.Range(0, 4).Select(_ => low + (random.NextDouble() * 2))];
        return new FormulaArguments
        {
            Classes = 4,
            Rows = { ["x"] = Row(-1), [LiftedNames.ClassWeights] = Row(0), [LiftedNames.LabelDistribution] = Row(0) },
            Labels = { ["y"] = random.Next(4) },
            Scalars = { [LiftedNames.LabelSmoothing] = 0.1 },
        };
    }

    private static Expression OneHot(Notation n) => n.Where(n.Index.Is(n.Y), n.Number(1), n.Number(0));

    private static Expression Squared(Expression x) => x * x;
}
