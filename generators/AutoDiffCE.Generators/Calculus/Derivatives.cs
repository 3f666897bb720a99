using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;
using static AutoDiffCE.Generators.Formulas.CircleFunctions;
using static AutoDiffCE.Generators.Formulas.Functions;
using static AutoDiffCE.Generators.Formulas.SpecialFunctions;
using static AutoDiffCE.Generators.Formulas.WholeFunctions;

namespace AutoDiffCE.Generators.Calculus;

/// <summary>What each operand gets, given the operands x, the result y and the adjoint g of the result.</summary>
internal delegate Node[] DerivativeRule(NodeAlgebra algebra, IReadOnlyList<Node> operands, Node result, Node adjoint);

/// <summary>
/// The derivative of each function. It is written on the adjoint g of the result, so that a factor that is zero on a branch not taken stays in front of what
/// may be infinite there.
/// </summary>
internal static class Derivatives
{
    private static readonly Dictionary<string, DerivativeRule> rules = new()
    {
        // (e^x)' = e^x
        [Exp.Name] = (a, x, y, g) => [a.Multiply(g, y)],
        // (e^x − 1)' = e^x
        [ExpM1.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Exp, x[0]))],
        // (log x)' = 1 / x, which is infinite at 0 unless what it is multiplied with is zero
        [Log.Name] = (a, x, y, g) => [a.QuotientOrZero(g, x[0])],
        // log(1 + x)' = 1 / (1 + x); infinite at −1 unless what it is multiplied with is zero
        [LogP1.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Divide(a.Constant(1), a.Add(a.Constant(1), x[0])))],
        // (√x)' = 1 / (2 √x); infinite at 0 unless what it is multiplied with is zero
        [Sqrt.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Divide(a.Constant(0.5), y))],
        // ∛x' = 1 / (3 ∛x²); infinite at 0 unless what it is multiplied with is zero
        [Cbrt.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Divide(a.Constant(1), a.Multiply(a.Constant(3), y, y)))],
        // (x^p)' = p x^(p−1) in x, which is 0 for p = 0; x^p log x in p, which is 0 at x = 0
        [Pow.Name] = (a, x, y, g) =>
            [
                a.Multiply(g, a.Call(StrongProduct, x[1], a.Power(x[0], a.Add(x[1], a.Constant(-1))))),
                a.Multiply(g, a.Call(XLogY, y, x[0])),
            ],
        // |x|' = sign x, 0 at 0
        [Abs.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Sign, x[0]))],
        // sign is flat wherever it is smooth
        [Sign.Name] = (a, x, y, g) => [a.Constant(0)],
        // so are the steps
        [Floor.Name] = (a, x, y, g) => [a.Constant(0)],
        [Ceiling.Name] = (a, x, y, g) => [a.Constant(0)],
        [Round.Name] = (a, x, y, g) => [a.Constant(0)],
        [Truncate.Name] = (a, x, y, g) => [a.Constant(0)],
        // the larger operand gets the adjoint; a tie splits it equally
        [Max.Name] = (a, x, y, g) => [a.Half(x[1], x[0], g), a.Half(x[0], x[1], g)],
        // the smaller operand gets the adjoint; a tie splits it equally
        [Min.Name] = (a, x, y, g) => [a.Half(x[0], x[1], g), a.Half(x[1], x[0], g)],
        // 0 outside, 1 elsewhere: at the ends, and at NaN; a bound gets the adjoint where it binds, the upper one where they cross
        [Clamp.Name] = (a, x, y, g) =>
            [
                a.Select(a.Or(a.LessThan(x[0], x[1]), a.LessThan(x[2], x[0])), a.Constant(0), g),
                a.Select(a.And(a.LessThan(x[0], x[1]), a.LessThanOrEqual(x[1], x[2])), g, a.Constant(0)),
                a.Select(a.Or(a.LessThan(x[2], x[0]), a.LessThan(x[2], x[1])), g, a.Constant(0)),
            ],
        // tanh' = 1 − tanh² = 4 σ(2x) σ(−2x), which keeps its digits where tanh is ±1
        [Tanh.Name] =
            (a, x, y, g) => [a.Multiply(g, a.Constant(4), a.Call(Sigmoid, a.Multiply(a.Constant(2), x[0])), a.Call(Sigmoid, a.Multiply(a.Constant(-2), x[0])))],
        // sinh' = cosh
        [Sinh.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Cosh, x[0]))],
        // cosh' = sinh
        [Cosh.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Sinh, x[0]))],
        // asinh' = 1 / √(1 + x²), whose square does not overflow
        [Asinh.Name] = (a, x, y, g) => [a.Divide(g, a.Call(Hypot, a.Constant(1), x[0]))],
        // acosh' = 1 / (√(x − 1) √(x + 1)); infinite at 1 unless what it is multiplied with is zero
        [Acosh.Name] = (a, x, y, g) =>
            [a.Call(StrongProduct, g, a.Divide(a.Constant(1), a.Multiply(a.Call(Sqrt, a.Add(x[0], a.Constant(-1))), a.Call(Sqrt, a.Add(x[0], a.Constant(1))))))],
        // atanh' = 1 / ((1 − x) (1 + x)); infinite at ±1 unless what it is multiplied with is zero
        [Atanh.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Divide(a.Constant(1), OneMinusSquare(a, x[0])))],
        // sin' = cos
        [Sin.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Cos, x[0]))],
        // cos' = −sin
        [Cos.Name] = (a, x, y, g) => [a.Negate(a.Multiply(g, a.Call(Sin, x[0])))],
        // tan' = 1 + tan²
        [Tan.Name] = (a, x, y, g) => [a.Multiply(g, a.Add(a.Constant(1), a.Multiply(y, y)))],
        // asin' = 1 / √((1 − x) (1 + x)); infinite at ±1 unless what it is multiplied with is zero
        [Asin.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Divide(a.Constant(1), a.Call(Sqrt, OneMinusSquare(a, x[0]))))],
        // acos' = −asin'
        [Acos.Name] = (a, x, y, g) => [a.Negate(a.Call(StrongProduct, g, a.Divide(a.Constant(1), a.Call(Sqrt, OneMinusSquare(a, x[0])))))],
        // atan' = 1 / (1 + x²) = 1 / √(1 + x²) / √(1 + x²), whose square does not overflow
        [Atan.Name] = (a, x, y, g) => [a.Divide(a.Divide(g, a.Call(Hypot, a.Constant(1), x[0])), a.Call(Hypot, a.Constant(1), x[0]))],
        // the angle of (x, y) has x / r² by y, −y / r² by x with r² = x² + y², and 0 at the origin
        [Atan2.Name] = (a, x, y, g) =>
            [
                a.QuotientOrZero(a.WeightedQuotient(g, x[1], a.Call(Hypot, x[0], x[1])), a.Call(Hypot, x[0], x[1])),
                a.Negate(a.QuotientOrZero(a.WeightedQuotient(g, x[0], a.Call(Hypot, x[0], x[1])), a.Call(Hypot, x[0], x[1]))),
            ],
        // √(x² + y²)' = x / √(x² + y²) in x, 0 at the origin
        [Hypot.Name] = (a, x, y, g) => [a.WeightedQuotient(g, x[0], y), a.WeightedQuotient(g, x[1], y)],
        // erf' = 2/√π e^(−x²)
        [Erf.Name] = (a, x, y, g) => [a.Multiply(g, Bell(a, x[0], 1.1283791670955126))],
        // erfc' = −2/√π e^(−x²)
        [Erfc.Name] = (a, x, y, g) => [a.Multiply(g, Bell(a, x[0], -1.1283791670955126))],
        // φ' = −x φ for φ = e^(−x²/2)/√(2π)
        [NormalPdf.Name] = (a, x, y, g) => [a.Negate(a.Multiply(g, x[0], y))],
        // Φ' = φ
        [NormalCdf.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(NormalPdf, x[0]))],
        // (log Φ)' = φ/Φ
        [LogNormalCdf.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(InverseMills, x[0]))],
        // (φ/Φ)' = −φ/Φ (x + φ/Φ)
        [InverseMills.Name] = (a, x, y, g) => [a.Negate(a.Multiply(g, y, a.Add(x[0], y)))],
        // (log Γ)' = ψ, and so on
        [LogGamma.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Call(Digamma, x[0]))],
        [Digamma.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Call(Trigamma, x[0]))],
        [Trigamma.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Call(Tetragamma, x[0]))],
        // no formula calls it, and nothing is differentiated twice
        [Tetragamma.Name] = (a, x, y, g) => [a.Constant(double.NaN)],
        // log B(a, b)' = ψ(a) − ψ(a + b) by a, ψ(b) − ψ(a + b) by b
        [LogBeta.Name] = (a, x, y, g) => [a.Call(StrongProduct, g, a.Call(DigammaGap, x[0], x[1])), a.Call(StrongProduct, g, a.Call(DigammaGap, x[1], x[0]))],
        // (ψ(a) − ψ(a + b))' = ψ'(a) − ψ'(a + b) by a, −ψ'(a + b) by b
        [DigammaGap.Name] = (a, x, y, g) =>
            [
                a.Multiply(g, a.Subtract(a.Call(Trigamma, x[0]), a.Call(Trigamma, a.Add(x[0], x[1])))),
                a.Negate(a.Multiply(g, a.Call(Trigamma, a.Add(x[0], x[1])))),
            ],
        // σ' = σ(x) σ(−x)
        [Sigmoid.Name] = (a, x, y, g) => [a.Multiply(g, y, a.Call(Sigmoid, a.Negate(x[0])))],
        // log(1 + e^x)' = σ(x)
        [Softplus.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Sigmoid, x[0]))],
        // log(e^a + e^b)' = σ(a − b) by a, σ(b − a) by b
        [LogAddExp.Name] = (a, x, y, g) =>
            [
                a.Multiply(g, a.Call(Sigmoid, a.Gap(x[0], x[1]))),
                a.Multiply(g, a.Call(Sigmoid, a.Negate(a.Gap(x[0], x[1])))),
            ],
        // (log(1 + e^x) − t x)' = σ(x) − t, whose parts are as small as it is for t = 0 and t = 1; −x in t
        [SoftplusMinusMultiple.Name] = (a, x, y, g) =>
            [
                a.Add(
                    a.Multiply(g, a.Subtract(a.Constant(1), x[1]), a.Call(Sigmoid, x[0])),
                    a.Negate(a.Multiply(g, x[1], a.Call(Sigmoid, a.Negate(x[0]))))),
                a.Negate(a.Multiply(g, x[0])),
            ],
        // (log cosh x)' = tanh x
        [LogCosh.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Tanh, x[0]))],
        // (log σ(x))' = σ(−x)
        [LogSigmoid.Name] = (a, x, y, g) => [a.Multiply(g, a.Call(Sigmoid, a.Negate(x[0])))],
        // max(x, 0)' = 0 for x < 0, 0 at 0, 1 elsewhere: at NaN, too
        [Relu.Name] = (a, x, y, g) => [a.Select(a.LessThanOrEqual(x[0], a.Constant(0)), a.Constant(0), g)],
        // (x log x)' = log x + 1
        [XLogX.Name] = (a, x, y, g) => [a.Multiply(g, a.Add(a.Call(Log, x[0]), a.Constant(1)))],
        [QuotientOrZero.Name] = (a, x, y, g) => [a.QuotientOrZero(g, x[1]), a.Negate(a.QuotientOrZero(a.Multiply(g, y), x[1]))],
        [WeightedQuotient.Name] = (a, x, y, g) =>
            [a.WeightedQuotient(g, x[1], x[2]), a.WeightedQuotient(g, x[0], x[2]), a.Negate(a.WeightedQuotient(g, y, x[2]))],
        // (x log y)' = log y in x; x / y in y, which is 0 for x = 0 whatever y is
        [XLogY.Name] = (a, x, y, g) =>
            [
                a.Multiply(g, a.Call(Log, x[1])),
                a.Multiply(g, a.Call(StrongProduct, x[0], a.Divide(a.Constant(1), x[1]))),
            ],
        [StrongProduct.Name] = (a, x, y, g) => [a.Multiply(g, x[1]), a.Call(StrongProduct, x[0], g)],
        [ProductOrZero.Name] = (a, x, y, g) => [a.Constant(0), g, a.Constant(0)],
        [ZeroIfFinite.Name] = (a, x, y, g) => [a.Constant(0)],
        [PowM1.Name] = (a, x, y, g) => Of(a, Pow, x, a.Call(Pow, x[0], x[1]), g),
        [ZeroUnlessNaN.Name] = (a, x, y, g) => [a.Constant(0)],
        [MaxOfNumber.Name] = (a, x, y, g) => [a.Half(x[1], x[0], g), a.Half(x[0], x[1], g)],
        [MinOfNumber.Name] = (a, x, y, g) => [a.Half(x[0], x[1], g), a.Half(x[1], x[0], g)],
        [Saturated.Name] = (a, x, y, g) => [g],
        [Grouped.Name] = (a, x, y, g) => [g],
        [Attained.Name] = (a, x, y, g) => [a.Constant(0), a.Constant(0)],
        [ElementAt.Name] = (a, x, y, g) => [a.Constant(0), a.Constant(0)],
        [PrintedAs.Name] = (a, x, y, g) => [g, a.Constant(0)],
        [BelowInfinity.Name] = (a, x, y, g) => [g],
        [Pivot.Name] = (a, x, y, g) => [a.Constant(0)],
        [ReciprocalOrZero.Name] = (a, x, y, g) => [a.Negate(a.Multiply(g, y, y))],
        // (2^x)' = 2^x log 2
        [Exp2.Name] = (a, x, y, g) => [a.Multiply(g, y, a.Constant(Math.Log(2)))],
        [Tail.Name] = (a, x, y, g) => [a.Constant(0), g],
    };

    /// <summary>What each operand of a function gets.</summary>
    /// <exception cref="UnknownOperationException">The table does not know the function.</exception>
    public static Node[] Of(NodeAlgebra algebra, Function function, IReadOnlyList<Node> operands, Node result, Node adjoint) =>
        rules.TryGetValue(function.Name, out DerivativeRule? rule)
            ? rule(algebra, operands, result, adjoint)
            : throw new UnknownOperationException(function.Name);

    // 1 − x², with the digits that it has near ±1
    private static Node OneMinusSquare(NodeAlgebra a, Node x) => a.Multiply(a.Subtract(a.Constant(1), x), a.Add(a.Constant(1), x));

    // height · e^(−x²)
    private static Node Bell(NodeAlgebra a, Node x, double height) =>
        a.Multiply(a.Constant(height), a.Call(Exp, a.Negate(a.Multiply(x, x))));
}
