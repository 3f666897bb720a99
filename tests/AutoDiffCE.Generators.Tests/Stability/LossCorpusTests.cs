using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Stability;
using AutoDiffCE.Generators.Tests.Formulas;
using AutoDiffCE.Generators.Tests.HighPrecision;

namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>Losses of the literature, written as their papers have them, where users of other systems met NaN or lost digits.</summary>
public class LossCorpusTests
{
    private static readonly (string Name, Func<Notation, Expression> Formula)[] rowLosses =
    [
        ("focal", n => -n.Pow(1 - n.Softmax(n.X)[n.Y], n.HyperParameter("q")) * n.Log(n.Softmax(n.X)[n.Y])),
        ("poly-1", n => -n.Log(n.Softmax(n.X)[n.Y]) + (n.HyperParameter("q") * (1 - n.Softmax(n.X)[n.Y]))),
        ("generalized cross-entropy", n => (1 - n.Pow(n.Softmax(n.X)[n.Y], 0.5 * n.Number(1.5))) / n.Number(0.75)),
        ("additive margin", n => -n.Log(n.Softmax(n.X - n.Where(n.Index.Is(n.Y), n.HyperParameter("q"), n.Number(0)))[n.Y])),
        ("one-hot", n => -n.Sum(n.Where(n.Index.Is(n.Y), n.Number(1), n.Number(0)) * n.Log(n.Softmax(n.X)))),
        ("others against the label", n => n.Log(1 + n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), n.Exp(n.X - n.X[n.Y]))))),
        ("multilabel", n => n.Log(1 + n.Sum(n.Exp(n.Where(n.Index.Is(n.Y), -n.X, n.X))))),
        ("epsilon in the logarithm", n => -n.Log(n.Softmax(n.X)[n.Y] + 1e-12)),
        ("two temperatures", n => -n.Log(n.Softmax(2 * n.X)[n.Y]) - n.Log(n.Softmax(n.X / 4)[n.Y])),
        ("sum of exponentials of differences", n => n.Sum(n.Softplus(n.X - n.X[n.Y]))),
    ];

    private static readonly (string Name, Func<Notation, Expression> Formula)[] scalarLosses =
    [
        ("binary focal", n => BinaryFocal(n)),
        ("log-cosh", n => n.Log((n.Exp(Z(n)) + n.Exp(-Z(n))) / 2)),
        ("stable binary cross-entropy as spelled by hand",
            n => n.Max(Z(n), n.Number(0)) - (Z(n) * n.HyperParameter("q")) + n.Log(1 + n.Exp(-n.Abs(Z(n))))),
        ("deviance", n => n.Log(1 + n.Exp(-2 * (n.HyperParameter("q") * Z(n))))),
        ("Savage", n => (1 - n.Sigmoid(Z(n))) * (1 - n.Sigmoid(Z(n)))),
        ("exponential of a log-sigmoid", n => n.Exp(n.LogSigmoid(Z(n)))),
        ("ratio of sigmoids", n => n.Log(n.Sigmoid(Z(n)) / (1 - n.Sigmoid(Z(n))))),
    ];

    internal static IEnumerable<Func<Notation, Expression>> Formulas => rowLosses.Concat(scalarLosses).Select(loss => loss.Formula);

    public static TheoryData<string, double> RowLosses { get; } = Product(rowLosses.Select(loss => loss.Name), [0, 0.3, 2]);

    public static TheoryData<string, double> ScalarLosses { get; } = Product(scalarLosses.Select(loss => loss.Name), [0, 0.3, 2]);

    [Theory]
    [MemberData(nameof(RowLosses))]
    public void Losses_of_logits_are_exact_to_rounding(string name, double parameter)
    {
        Accuracy accuracy = Stabilized(rowLosses.Single(loss => loss.Name == name).Formula);
        // Beyond this the written form itself does not fit into 1600 bits.
        foreach (double[] row in Logits.Extreme().Where(row => row.Length > 1 && row.All(double.IsFinite) && Logits.Magnitude(row) <= 300))
        {
            for (int label = 0; label < row.Length; label++)
            {
                var arguments = new FormulaArguments
                {
                    Classes = row.Length,
                    Rows = { ["x"] = row },
                    Labels = { ["y"] = label },
                    Scalars = { ["q"] = parameter },
                };
                accuracy.Check(arguments, 64 * (1 + Logits.Magnitude(row)), $"[{string.Join(", ", row)}], label {label}, parameter {parameter}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ScalarLosses))]
    public void Losses_of_one_logit_are_exact_to_rounding(string name, double parameter)
    {
        Accuracy accuracy = Stabilized(scalarLosses.Single(loss => loss.Name == name).Formula);
        foreach (double logit in new[] { 0, 1e-310, 1e-9, -1e-9, 0.5, -0.75, 1.25, 20, -20, 100, -100, 400, -400 })
        {
            var arguments = new FormulaArguments { Classes = 1, Scalars = { ["z"] = logit, ["q"] = parameter } };
            accuracy.Check(arguments, 64 * (1 + Math.Abs(logit)), $"logit {logit:R}, parameter {parameter}");
        }
    }

    [Fact]
    public void Divergence_from_targets_with_zeros_is_finite()
    {
        var n = new Notation();
        Expression target = n.RowInput("w");
        Node value = new StrongZeros(n.NodeAlgebra).Guard(Stabilizer.Stabilize(n.NodeAlgebra, n.Sum(target * n.Log(target / n.Softmax(n.X))).Node).Value);
        Node reference = n.Sum(n.XLogX(target) - (target * n.LogSoftmax(n.X))).Node;
        var arguments = new FormulaArguments { Classes = 3, Rows = { ["x"] = [1000, -1000, 3], ["w"] = [0.25, 0, 0.75] } };
        new Accuracy(n, reference, value, "x").Check(arguments, 16 * 1000, "zeros among the targets");
    }

    [Fact]
    public void Weighted_exponentials_do_not_overflow_whatever_the_weights()
    {
        var n = new Notation();
        Expression prior = n.SharedRow("prior");
        Node original = (-n.Log(prior[n.Y] * n.Exp(n.X[n.Y]) / n.Sum(prior * n.Exp(n.X)))).Node;
        Node value = Stabilizer.Stabilize(n.NodeAlgebra, original).Value;
        var arguments = new FormulaArguments
        {
            Classes = 3,
            Rows = { ["x"] = [1000, 999, -5000], ["prior"] = [0.25, 0.7, 0.05] },
            Labels = { ["y"] = 1 },
        };
        new Accuracy(n, original, value, "x").Check(arguments, 16 * 5000, "logits beyond the range of e^x");
    }

    private static Expression BinaryFocal(Notation n)
    {
        Expression probability = n.Where(n.HyperParameter("q") > 0.25, n.Sigmoid(Z(n)), 1 - n.Sigmoid(Z(n)));
        return -n.Pow(1 - probability, n.HyperParameter("q")) * n.Log(probability);
    }

    private static Expression Z(Notation n) => n.Scalar("z");

    private static Accuracy Stabilized(Func<Notation, Expression> formula)
    {
        var notation = new Notation();
        Node original = formula(notation).Node;
        return new Accuracy(notation, original, Stabilizer.Stabilize(notation.NodeAlgebra, original).Value, "x", "z");
    }

    private static TheoryData<string, double> Product(IEnumerable<string> names, double[] parameters)
    {
        TheoryData<string, double> product = [];
        foreach (string name in names)
        {
            foreach (double parameter in parameters)
                product.Add(name, parameter);
        }
        return product;
    }
}
