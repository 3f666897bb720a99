using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.HighPrecision;

namespace AutoDiffCE.Generators.Tests.Calculus;

public class ReverseModeTests
{
    private const int Seed = 99;

    private static readonly (string Name, Func<Notation, Expression> Formula)[] formulas =
    [
        ("sum of squares", n => n.Sum(n.X * n.X)),
        ("mean", n => n.Mean(n.X)),
        ("picked element", n => n.X[n.Y] * n.X[n.Y]),
        ("picked twice", n => n.X[n.Y] * n.X[n.Number(0)]),
        ("neighbor of the label", n => n.X[n.Number(1)] - n.X[n.Number(0)]),
        ("cross-entropy as written", n => -n.Log(n.Softmax(n.X)[n.Y])),
        ("log-softmax of every class", n => n.Sum(n.LogSoftmax(n.X) * n.RowInput("w"))),
        ("Brier", n => n.Sum((n.Softmax(n.X) - n.RowInput("w")) * (n.Softmax(n.X) - n.RowInput("w")))),
        ("largest and smallest", n => n.Max(n.X) - n.Min(n.X)),
        ("largest of a square", n => n.Max(n.X * n.X)),
        ("variance", n => n.Mean((n.X - n.Mean(n.X)) * (n.X - n.Mean(n.X)))),
        ("norm", n => n.Sqrt(n.Sum(n.X * n.X))),
        ("cosine", n => n.Sum(n.X * n.RowInput("w")) / (n.Sqrt(n.Sum(n.X * n.X)) * n.Sqrt(n.Sum(n.RowInput("w") * n.RowInput("w"))))),
        ("quotient", n => n.Scalar("z") / n.Sum(n.Exp(n.X))),
        ("focal", n => -n.Pow(1 - n.Softmax(n.X)[n.Y], n.HyperParameter("q")) * n.Log(n.Softmax(n.X)[n.Y])),
        ("power of inputs", n => n.Pow(n.Exp(n.Scalar("z")), n.Scalar("t"))),
        ("Huber", n => n.Where(n.Abs(n.Scalar("z")) < 1, 0.5 * n.Scalar("z") * n.Scalar("z"), n.Abs(n.Scalar("z")) - 0.5)),
        ("tanh of a sum", n => n.Tanh(n.Sum(n.X) / 4)),
        ("log-cosh", n => n.Log((n.Exp(n.Scalar("z")) + n.Exp(-n.Scalar("z"))) / 2)),
        ("softplus of differences", n => n.Sum(n.Softplus(n.X - n.X[n.Y]))),
        ("hinge", n => n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), n.Relu(1 + n.X - n.X[n.Y])))),
        ("logistic", n => n.Log(1 + n.Exp(-n.Scalar("t") * n.Scalar("z")))),
        ("Kullback-Leibler", n => n.Sum(n.XLogX(n.Softmax(n.X)) - (n.Softmax(n.X) * n.RowInput("w")))),
        ("weighted log", n => n.Sum(n.XLogY(n.RowInput("w") * n.RowInput("w"), n.Sigmoid(n.X)))),
        ("clamped", n => n.Sum(n.Clamp(n.X, n.Number(-1), n.Number(1)) * n.X)),
        ("smaller and larger", n => n.Sum(n.Max(n.X, n.RowInput("w")) * n.Min(n.X, n.RowInput("w")))),
        ("nested reductions", n => n.Sum(n.X * n.LogSumExp(n.X * n.Sum(n.X)))),
        ("position", n => n.Sum(n.Index * n.X * n.X) / n.Length),
        ("all pairs", n => Pairs(n, (left, right) => (left - right) * (left - right))),
        ("ranking of pairs", n => Pairs(n, (left, right) => n.Softplus(left - (2 * right)))),
        ("differences of neighbors", n => n.Sum(n.Where(n.Index > 0, Squared(n.X - n.X[n.Index - 1]), n.Number(0)))),
        ("constant term at every position", n => n.Sum(n.X - n.X[n.Y]) * n.Scalar("z")),
        ("pairs under a reduction", n => n.Wrap(n.Table.Reduce(Operation.LogSumExp, 0, n.Table.Reduce(Operation.LogSumExp, 1, (n.X * Second(n)).Node)))),
        ("length of a row", n => n.Norm(n.X - n.RowInput("w"))),
        ("cosine of lengths", n => n.Sum((n.X / n.Norm(n.X)) * (n.RowInput("w") / n.Norm(n.RowInput("w"))))),
        ("length of a row of lengths", n => n.Norm(n.X * n.Norm(n.X * n.X[n.Y]))),
        ("pairs of a row and its label", n => n.Sum(n.LogSumExp(n.X * n.X[n.Y]) * n.X)),
        ("shared row", n => n.Sum(n.SharedRow("v") * n.X * n.X)),
        ("all but the label", n => n.Wrap(n.Table.Reduce(Operation.LogSumExp, 0, (n.X * n.X).Node, n.Y.Node)) - n.X[n.Y]),
        ("largest but the label", n => n.Wrap(n.Table.Reduce(Operation.Max, 0, n.X.Node, n.Y.Node)) - n.X[n.Y]),
    ];

    public static TheoryData<string> Formulas { get; } = [.. formulas.Select(formula => formula.Name)];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Gradients_are_those_of_difference_quotients(string name)
    {
        var notation = new Notation();
        Node original = formulas.Single(formula => formula.Name == name).Formula(notation).Node;
        var accuracy = new Accuracy(notation, original, notation.NodeAlgebra.Canonical(original), "x", "w", "z", "t");
        var random = new Random(Seed);
        for (int sample = 0; sample < 5; sample++)
            accuracy.Check(Arguments(random), 1e5, $"sample {sample} of seed {Seed}");
    }

    [Fact]
    public void A_tie_of_the_largest_splits_its_derivative_equally()
    {
        var n = new Notation();
        var arguments = new FormulaArguments { Classes = 4, Rows = { ["x"] = [2, 5, 5, 1] } };
        Assert.Equal([0, 0.5, 0.5, 0], Gradient(n, n.Max(n.X), arguments));
        Assert.Equal([0, 0, 0, 1], Gradient(n, n.Min(n.X), arguments));
    }

    [Fact]
    public void An_input_that_does_not_occur_gets_zero()
    {
        var n = new Notation();
        var arguments = new FormulaArguments { Classes = 2, Rows = { ["x"] = [2, 5] }, Scalars = { ["z"] = 3 } };
        Assert.Equal([0, 0], Gradient(n, n.Scalar("z") * n.Scalar("z"), arguments));
    }

    [Fact]
    public void What_is_not_taken_contributes_nothing_even_where_it_is_infinite()
    {
        var n = new Notation();
        Expression x = n.X;
        var arguments = new FormulaArguments { Classes = 3, Rows = { ["x"] = [0, 4, 0.25] } };
        Assert.Equal([0, -0.0625, -16], Gradient(n, n.Sum(n.Where(x > 0, 1 / x, n.Number(0))), arguments));
        Assert.Equal([0, 0.25, 4], Gradient(n, n.Sum(n.Where(x > 0, n.Log(x), n.Number(0))), arguments));
        Assert.Equal([0, 0.25, 1], Gradient(n, n.Sum(n.Where(x > 0, n.Sqrt(x), n.Number(0))), arguments));
    }

    [Fact]
    public void The_upstream_scales_the_gradient()
    {
        var n = new Notation();
        Node value = n.NodeAlgebra.Canonical(n.Sum(n.X * n.X).Node);
        Node gradient = new ReverseMode(n.NodeAlgebra).Differentiate(value, n.Table.Scalar("upstream"), [new("x", InputKind.Row, true)])[0];
        var arguments = new FormulaArguments { Classes = 2, Rows = { ["x"] = [2, 5] }, Scalars = { ["upstream"] = 3 } };
        Assert.Equal([12, 30], new Interpreter(arguments).EvaluateRow(gradient));
    }

    [Fact]
    public void Stable_cross_entropy_at_equal_logits_has_the_textbook_gradient()
    {
        var n = new Notation();
        var arguments = new FormulaArguments { Classes = 4, Rows = { ["x"] = [0, 0, 0, 0] }, Labels = { ["y"] = 2 } };
        Assert.Equal([0.25, 0.25, -0.75, 0.25], Gradient(n, n.LogSumExp(n.X) - n.X[n.Y], arguments));
    }

    [Fact]
    public void What_flows_back_through_branches_is_one_selection_among_them()
    {
        var n = new Notation();
        Expression z = n.Scalar("z");
        Expression all = n.Where(z < 1, 2 * z, n.Where(z < 2, 3 * z, n.Where(z < 3, 5 * z, 7 * z)));
        Assert.Equal("[z < 1 ? 2 : [z < 2 ? 3 : [z < 3 ? 5 : 7]]]", Derivative(n, all, "z").ToString());
        Expression some = n.Where(z < 1, 2 * z, n.Where(z < 2, 3 * z, n.Number(4)));
        Assert.Equal("[z < 1 ? 2 : [z < 2 ? 3 : 0]]", Derivative(n, some, "z").ToString());
        Expression again = n.Where(z < 1, n.Where(z < 1, 2 * z, 3 * z), n.Where(z < 1, 5 * z, 7 * z));
        Assert.Equal("[z < 1 ? 2 : 7]", Derivative(n, again, "z").ToString());
    }

    [Fact]
    public void What_is_printed_has_no_cases_for_the_sake_of_digits()
    {
        var n = new Notation();
        Node value = Stabilizer.Stabilize(n.NodeAlgebra, n.Sum(n.Softmax(n.X) * n.RowInput("w")).Node).Value;
        Node computed = new ReverseMode(n.NodeAlgebra).Differentiate(
            value, n.NodeAlgebra.Constant(1), [new("x", InputKind.Row, true)], out Node[] printed)[0];
        Assert.Contains(" ? ", computed.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "exp(x[i] − logSumExp_j(x[j])) · (w[i] − Σ_j(w[j] · exp(x[j] − logSumExp_k(x[k]))))", printed[0].ToString());
        var arguments = new FormulaArguments { Classes = 3, Rows = { ["x"] = [0.5, 2, -1], ["w"] = [3, 1, 4] } };
        double[] expected = new Interpreter(arguments).EvaluateRow(computed);
        Assert.Equal(expected, new Interpreter(arguments).EvaluateRow(printed[0]), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    private static Node Derivative(Notation notation, Expression formula, string input) => new ReverseMode(notation.NodeAlgebra).Differentiate(
        notation.NodeAlgebra.Canonical(formula.Node), notation.NodeAlgebra.Constant(1), [new(input, InputKind.Scalar, true)])[0];

    private static double[] Gradient(Notation notation, Expression formula, FormulaArguments arguments)
    {
        Node value = notation.NodeAlgebra.Canonical(formula.Node);
        Node gradient = new ReverseMode(notation.NodeAlgebra).Differentiate(value, notation.NodeAlgebra.Constant(1), [new("x", InputKind.Row, true)])[0];
        return new Interpreter(arguments).EvaluateRow(gradient);
    }

    private static FormulaArguments Arguments(Random random)
    {
        double[] Row() => [.. Enumerable.Range(0, 4).Select(_ => (random.NextDouble() * 4) - 2)];
        return new FormulaArguments
        {
            Classes = 4,
            Rows = { ["x"] = Row(), ["w"] = Row(), ["v"] = Row() },
            Labels = { ["y"] = random.Next(4) },
            Scalars = { ["z"] = (random.NextDouble() * 4) - 2, ["t"] = random.NextDouble() * 2, ["q"] = 1.5 },
        };
    }

    private static Expression Squared(Expression x) => x * x;

    private static Expression Second(Notation n) => n.Wrap(n.Table.Element("x", n.Table.Index(1)));

    private static Expression Pairs(Notation n, Func<Expression, Expression, Expression> term) =>
        n.Wrap(n.Table.Reduce(Operation.Sum, 0, n.Table.Reduce(Operation.Sum, 1, term(n.X, Second(n)).Node)));
}
