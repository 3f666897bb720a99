using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Tests.Formulas;

namespace AutoDiffCE.Generators.Tests.Stability;

/// <summary>For each rule a formula that a user would write, and that is wrong, or costs more, without the rule.</summary>
internal static class RuleCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("log1p-of-expm1", n => n.LogP1(n.ExpM1(Z(n))), At(1000)),
        new("log1p-of-tanh", n => n.LogP1(n.Tanh(Z(n))), At(-30)),
        new("spell-out-log1p", n => n.LogP1(n.Exp(Z(n))), At(1000)),
        new("spell-out-log1p", n => n.LogP1(n.Exp(Z(n)) - 1), At(1000)),
        new("spell-out-log1p", n => n.LogP1(-n.Sigmoid(Z(n))), At(50)),
        new("spell-out-xlogy", n => n.XLogY(T(n), n.Sigmoid(Z(n))), At(-800, 0.5), At(40, 2)),

        new("exp-of-log", n => n.Exp(n.Log(n.Abs(Z(n)))), At(1e300)),
        new("exp-of-log", n => n.Exp(n.Log(Z(n) * Z(n))), At(1e150)),
        new("exp-of-softplus", n => n.Exp(-n.Softplus(Z(n)))) { SavesWork = true },
        new("exponential-into-weight", n => n.XLogY(n.Exp(Z(n)), n.Abs(T(n))) * n.Exp(-2 * Z(n)), At(-400, 3), At(400, 3)),
        new("product-of-exponentials", n => n.Exp(Z(n)) * n.Exp(-T(n)), At(1000, 999), At(-1000, -1001)),
        new("exponential-into-sum", n => n.Sum(n.Index * n.Exp(n.X)) / n.Sum(n.Exp(n.X)), Row(1000, 999, -3), Row(-1000, -1001, -1003)),
        new("quotient-by-one-plus-exp", n => Z(n) / (1 + n.Exp(-Z(n))), At(-800)),
        new("quotient-by-two-exponentials", n => n.Exp(Z(n)) / (n.Exp(Z(n)) + n.Exp(T(n))), At(1000, 999), At(-1000, -999)),
        new("quotient-by-sum-of-exponentials", n => Probability(n)[n.Number(1)] / n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), Probability(n))), Row(1000, 0, -3)),
        new("sum-of-exponentials", n => n.Log(1 + n.Sum(n.Exp(n.X))), Row(1000, 999, -3), Row(-1000, -1001, -1003)),
        new("sum-of-exponentials", n => n.Exp(n.X[n.Y]) / (1 + n.Sum(n.Where(n.Index.Is(n.Y), n.Number(0), n.Exp(n.X)))), Row(1000, 999, -3)),

        new("power-of-exponential", n => n.Pow(n.Sigmoid(Z(n)), n.HyperParameter("q")), At(-1000)),
        new("root-of-square", n => n.Sqrt(Z(n) * Z(n)), At(1e200), At(-1e-200)),
        new("square-of-root", n => n.Sqrt((Z(n) * Z(n)) + (T(n) * T(n))) * n.Sqrt((Z(n) * Z(n)) + (T(n) * T(n)))) { SavesWork = true },

        new("square-of-norm", n => n.Norm(n.X) * n.Norm(n.X)) { SavesWork = true },

        new("log-of-exp", n => n.Log(n.Exp(Z(n))), At(1000), At(-1000)),
        new("log-of-sigmoid", n => n.Log(n.Sigmoid(Z(n))), At(-1000), At(40)),
        new("log-of-clamp", n => n.Log(n.Clamp(n.Sigmoid(Z(n)), n.Number(1e-15), 1 - n.Number(1e-15))), At(30.1)),
        new("log-of-max", n => n.Log(n.Max(n.Sigmoid(Z(n)), n.Number(1e-300))), At(40)),
        new("log-of-max", n => n.Log(n.Max(n.Sigmoid(n.X))), Row(40, 3, -1)),
        new("log-of-min", n => n.Log(n.Min(n.Sigmoid(Z(n)), n.Number(0.9))), At(-1000)),
        new("log-of-min", n => n.Log(n.Min(n.Exp(n.X))), Row(-1000, -999, 3)),
        new("log-of-selection", n => n.Log(n.Where(T(n) > 0.5, n.Sigmoid(Z(n)), 1 - n.Sigmoid(Z(n)))), At(-1000, 1), At(800, 0))
        {
            Differentiated = ["z"],
        },
        new("log-of-product", n => n.Log(3 * n.Exp(Z(n))), At(1000), At(-1000)),
        new("log-of-product", n => n.Log(n.Exp(Z(n)) / (1 + (T(n) * T(n)))), At(1000, 1)),
        new("log-of-cosh", n => n.Log((n.Exp(Z(n)) + n.Exp(-Z(n))) / 2), At(1e-10), At(0.5), At(1)),
        new("log-of-normal-cdf", n => n.Log(n.Call(SpecialFunctions.NormalCdf, Z(n))), At(-50), At(9)),
        new("log-of-product", n => n.Log(3 * n.Call(SpecialFunctions.NormalCdf, Z(n))), At(-50)),
        new("log-of-cosh", n => n.Log(n.Call(CircleFunctions.Cosh, Z(n))), At(1e-10), At(-800)),
        new("log-of-product", n => n.Log(3 * n.Call(CircleFunctions.Cosh, Z(n))), At(-800)),
        new("log-of-scaled-sum", n => n.Log(3 * (n.Exp(Z(n)) + n.Exp(T(n)))), At(1000, 999), At(-1000, -1001)),
        new("log-of-weighted-sum", n => n.Log(n.Sum(n.Index * n.Exp(n.X))), Row(1000, 999, -3), Row(-1000, -1001, -1003)),
        new("log-of-weighted-sum", n => n.Log(n.Index[n.Number(1)] * n.Exp(n.X[n.Number(1)]) / n.Sum(n.Index * n.Exp(n.X))), Row(1000, 999, -3)),
        new("log-of-reciprocal", n => n.Log(1 / Z(n)), At(1e-310)) { Domain = (0.1, 3) },
        new("log-of-square", n => n.Log(Z(n) * Z(n)), At(1e200), At(-1e-200)),
        new("log-of-root", n => n.Log(n.Sqrt(Z(n))), At(1 + 2.2204460492503131e-16)) { Domain = (0.1, 3) },
        new("log-of-power", n => n.Log(n.Pow(1 + (Z(n) * Z(n)), n.HyperParameter("q"))), WithPower(400)) { Domain = (0.1, 3) },
        new("log-of-one-plus-exp", n => n.Log(1 + n.Exp(Z(n)))) { SavesWork = true },
        new("log-of-two-exponentials", n => n.Log(n.Exp(Z(n)) + n.Exp(T(n))), At(1000, 999), At(-1000, -999), At(0, 0)),
        new("log-of-two-exponentials", n => n.Log(n.Exp(Z(n)) + 1e-12), At(1000), At(-1000)),

        new("log-add-exp-minus-argument", n => n.Log(n.Exp(Z(n)) + n.Softplus(T(n))) - Z(n), At(50, 2)),

        new("expm1-plus-one", n => 1 + n.ExpM1(Z(n)), At(-50)),
        new("one-minus-sigmoid", n => 1 - n.Sigmoid(Z(n)), At(40)),
        new("one-minus-normal-cdf", n => 1 - n.Call(SpecialFunctions.NormalCdf, Z(n)), At(9)),
        new("one-minus-normal-cdf", n => n.Call(SpecialFunctions.NormalCdf, Z(n)) - 1, At(9)),
        new("one-minus-sigmoid", n => n.Sigmoid(Z(n)) - 1, At(40)),
        new("one-plus-tanh", n => 1 + n.Tanh(Z(n)), At(-30)),
        new("one-plus-tanh", n => 3 * (1 - n.Tanh(Z(n))), At(30)),
        new("one-plus-erf", n => 1 + n.Erf(Z(n)), At(-7)),
        new("one-plus-erf", n => n.Erf(Z(n)) - 1, At(7)),
        new(
            "one-minus-selection",
            n => n.Pow(1 - n.Where(T(n) > 0.5, n.Sigmoid(Z(n)), 1 - n.Sigmoid(Z(n))), n.HyperParameter("q")),
            At(40, 1), At(-400, 0))
        {
            Differentiated = ["z"],
        },
        new("softplus-minus-argument", n => n.Softplus(Z(n)) - Z(n), At(40)),
        new("softplus-minus-argument", n => n.Log(1 + n.Exp(Z(n) - T(n))) - Z(n) + T(n), At(40, 3)),
        new("softplus-difference", n => n.Log(n.Sigmoid(Z(n)) / (1 - n.Sigmoid(Z(n)))), At(1e-9)),
        new("softplus-minus-multiple", n => n.Softplus(Z(n)) - (T(n) * Z(n)), At(40, 1), At(-40, 0)) { Differentiated = ["z"] },
        new("softplus-minus-multiple", n => n.Softplus(-Z(n)) + ((1 - T(n)) * Z(n)), At(40, 1), At(-40, 0)) { Differentiated = ["z"] },
        new("softplus-from-parts", n => n.Max(Z(n), n.Number(0)) + n.LogP1(n.Exp(-n.Abs(Z(n))))) { SavesWork = true },
        new("softplus-from-parts", n => n.Relu(-Z(n)) + n.LogP1(n.Exp(-n.Abs(Z(n))))) { SavesWork = true },
        new("softplus-from-parts", n => n.LogP1(n.Exp(-n.Abs(Z(n)))) - n.Min(n.Number(0), Z(n))) { SavesWork = true },
        new("shift-out-of-reduction", n => n.Log(n.Sum(n.Exp(n.X - n.X[n.Y]))), Row(40, 3, -1)),
        new("shift-out-of-reduction", n => n.Log(n.Sum(n.Exp((n.X - n.X[n.Y]) / n.HyperParameter("q")))), Row(40, 3, -1)),
        new("softplus-plus-part", n => n.Softplus(T(n) - Z(n)) + Z(n), At(1, 40)) { Differentiated = ["z"] },
        new("softplus-plus-part", n => n.Exp(1 - (2 * Z(n)) - (2 * n.Softplus(T(n) - Z(n)))), At(0, 30)) { Differentiated = ["z"] },
        new("shift-meets-element", n => n.LogSoftmax(n.HyperParameter("q") * n.LogSoftmax(n.X))[n.Y], Row(40, 3, -1)),
        new("shift-meets-element", n => n.LogSoftmax(n.HyperParameter("q") * (n.X - 1))[n.Y], Row(40, 3, -1)),
        new("shift-meets-element", n => n.LogSoftmax((n.X - 2 - n.X[n.Y]) / n.HyperParameter("q"))[n.Y], Row(40, 3, -1)),

        new("log-softmax-into-reduction", n => n.LogSumExp(n.LogSoftmax(n.X) - 0.1 * n.Index), Row(1, 10000.3, 3)),

        new("leave-the-label-out", n => n.LogSumExp(n.X) - n.X[n.Y], Row(40, 3, -1)),
        new("leave-the-label-out", n => n.X[n.Y] - n.LogSumExp(n.X), Row(40, 3, -1)),
        new("leave-the-label-out", n => 1 - n.Softmax(n.X)[n.Y], Row(40, 3, -1)),
        new("leave-the-label-out", n => n.Log(1 - n.Softmax(n.X)[n.Y]), Row(40, 3, -1), Row(-40, 3, -1)),

        new("leave-a-constant-out", n => n.Sum(n.Softplus(n.X - n.X[n.Y])), Row(20, 0, 0)),

        new("exp-of-log-sum-exp", n => n.Sum(n.Exp(n.X))) { SavesWork = true },
        new("log-of-negated-expm1", n => n.Log(-n.ExpM1(Z(n))), At(-100)) { Domain = (-3, -0.1) },
        new("log-of-one-minus-exp", n => n.Log(1 - n.Exp(Z(n))), At(-1e-20), At(-100)) { Domain = (-3, -0.1) },
        new("log-of-one-plus", n => n.Log(1 + Z(n)), At(1e-20)) { Domain = (0.1, 3) },
        new("exp-minus-one", n => n.Exp(Z(n)) - 1, At(1e-20)),
        new("exp-minus-one", n => T(n) - 1 + n.Exp(Z(n)), At(1e-20, 0)),
        new("power-minus-one", n => n.Pow(n.Abs(Z(n)), T(n)) - 1, At(2, 1e-20), At(1.0000001, 2.5)),
        new("cosine-minus-one", n => 1 - n.Call(CircleFunctions.Cos, Z(n)), At(1e-9)),
        new("cosine-minus-one", n => (3 * n.Call(CircleFunctions.Cos, Z(n))) - 3 + T(n), At(-1e-9, 0)),
        new("cosh-minus-one", n => n.Call(CircleFunctions.Cosh, Z(n)) - 1, At(1e-9), At(-1e-20)),
        new("exp-minus-indicator", n => n.Exp(Z(n)) - n.Where(T(n) > 0.5, n.Number(1), n.Number(0)), At(1e-20, 1)) { Differentiated = ["z"] },
        new("exp-minus-indicator", n => n.Where(T(n) > 0.5, n.Number(0), n.Number(2)) - (2 * n.Exp(Z(n))), At(1e-20, 0)) { Differentiated = ["z"] },
    ];

    /// <summary>A sample with ordinary values, or with those of another.</summary>
    public static FormulaArguments With(FormulaArguments sample, double z, double t)
    {
        sample.Scalars["z"] = z;
        sample.Scalars["t"] = t;
        return sample;
    }

    public static FormulaArguments Row(params double[] row) =>
        new() { Classes = row.Length, Rows = { ["x"] = row }, Labels = { ["y"] = 0 }, Scalars = { ["q"] = 0.5, ["z"] = 1, ["t"] = 1 } };

    private static FormulaArguments WithPower(double power)
    {
        FormulaArguments sample = At(1e10);
        sample.Scalars["q"] = power;
        return sample;
    }

    private static Expression Probability(Notation n) => n.Exp(n.X - n.LogSumExp(n.X));

    private static Expression Z(Notation notation) => notation.Scalar("z");

    private static Expression T(Notation notation) => notation.Scalar("t");

    private static FormulaArguments At(double z, double t = 1) => With(Row(1, 2, 3), z, t);
}
