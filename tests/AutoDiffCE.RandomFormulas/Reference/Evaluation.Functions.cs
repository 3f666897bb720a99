using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Reference;

internal sealed partial class Evaluation<N>
{
    private static N One => N.Of(1, true);

    private static N Zero => N.Of(0, true);

    // A zero that is written has no sign.
    private Traced<N> Negated(Traced<N> x) => tape.Result(-x.Value, (x.Place, () => -One)) with { IsUnsigned = x.IsUnsigned || (x.Place < 0 && x.Value.IsZero) };

    private Traced<N> Arithmetic(char symbol, Traced<N> x, Traced<N> y) => symbol switch
    {
        '+' => Added(tape.Result(x.Value + y.Value, (x.Place, () => One), (y.Place, () => One))),
        '-' => Added(tape.Result(x.Value + -y.Value, (x.Place, () => One), (y.Place, () => -One))),
        '*' => Product(x, y),
        _ => Quotient(x, y),
    };

    private static Traced<N> Added(Traced<N> sum) => sum with { IsUnsigned = sum.Value.IsZero };

    // Which infinity a quotient by zero is depends on the sign of the zero. By what has a pole itself, as in x / (1 / y), it may have a derivative there that is
    // not the product of 0 and ∞ that it is made of.
    private Traced<N> Quotient(Traced<N> x, Traced<N> y)
    {
        tape.IsOpen |= y.IsUnsigned;
        tape.IsBendOpen |= y.Place >= 0 && y.Value.IsInfinite;
        return tape.Result(x.Value / y.Value, (x.Place, () => One / y.Value), (y.Place, () => -(x.Value / y.Value / y.Value))) with { IsUnsigned = x.IsUnsigned };
    }

    private Traced<N> Product(Traced<N> x, Traced<N> y)
    {
        tape.HasStrongZero |= (x.Value.IsZero && !double.IsFinite(y.Value.ToDouble())) || (y.Value.IsZero && !double.IsFinite(x.Value.ToDouble()));
        bool isSquare = x.Place >= 0 && x.Place == y.Place;
        return tape.Result(x.Value * y.Value, (x.Place, () => y.Value), (y.Place, () => x.Value)) with
        {
            IsUnsigned = (x.IsUnsigned || y.IsUnsigned) && !isSquare,
        };
    }

    // A zero of a function has the sign of the operand.
    private Traced<N> Call(string name, Traced<N>[] operands)
    {
        Traced<N> result = ResultOf(name, operands);
        return result with { IsUnsigned = result.IsUnsigned || (result.Value.IsZero && operands.Any(operand => operand.IsUnsigned)) };
    }

    // The laws of calculus, and the kinks as the README states them.
    private Traced<N> ResultOf(string name, Traced<N>[] operands)
    {
        Traced<N> x = operands[0];
        N v = x.Value;
        Traced<N> Smooth(Func<N, N> derivative)
        {
            N result = N.Monotone(name, v);
            return tape.Result(result, (x.Place, () => derivative(result)));
        }
        return name switch
        {
            "Exp" => Smooth(result => result),
            "ExpM1" => Smooth(_ => N.Monotone("Exp", v)),
            "Log" when operands.Length == 1 => Smooth(_ => One / v),
            "LogP1" => Smooth(_ => One / (One + v)),
            "Sqrt" => Smooth(result => N.Of(0.5, true) / result),
            "Tanh" => Smooth(_ => N.Of(4, true) * N.Monotone("Sigmoid", v + v) * N.Monotone("Sigmoid", -(v + v))),
            "Sigmoid" => Smooth(result => result * N.Monotone("Sigmoid", -v)),
            "Softplus" => Smooth(_ => N.Monotone("Sigmoid", v)),
            "LogSigmoid" => Smooth(_ => N.Monotone("Sigmoid", -v)),
            "LogCosh" => Smooth(_ => N.Monotone("Tanh", v)),
            "LogAddExp" => LogSumExp(operands),
            "Log" or "Log2" or "Log10" => Logarithm(name, operands),
            "FusedMultiplyAdd" => Arithmetic('+', Product(x, operands[1]), operands[2]),
            "Weighted" => Product(x, operands[1]),
            "Erf" => Smooth(_ => N.Of(1.1283791670955126, true) * N.Monotone("Exp", -(v * v))),
            "Erfc" => Smooth(_ => N.Of(-1.1283791670955126, true) * N.Monotone("Exp", -(v * v))),
            "NormalPdf" => N.Monotone("NormalPdf", SizeOf(v)) is var density ? tape.Result(density, (x.Place, () => -(v * density))) : x,
            "NormalCdf" => Smooth(_ => N.Monotone("NormalPdf", SizeOf(v))),
            "LogNormalCdf" => Smooth(_ => N.Monotone("InverseMills", v)),
            "Log1mExp" => Smooth(_ => -(One / N.Monotone("ExpM1", -v))),
            "LogSubExp" => Arithmetic('+', x, Call("Log1mExp", [Arithmetic('-', operands[1], x)])),
            "LogGamma" => Smooth(_ => N.Monotone("Digamma", v)),
            "Digamma" => Smooth(_ => N.Monotone("Trigamma", v)),
            "Trigamma" => Smooth(_ => N.Monotone("Tetragamma", v)),
            "LogBeta" => Beta(x, operands[1]),
            "Sinh" => Smooth(_ => N.Monotone("Cosh", SizeOf(v))),
            "Cosh" => tape.Result(N.Monotone("Cosh", SizeOf(v)), (x.Place, () => N.Monotone("Sinh", v))),
            "Asinh" => Smooth(_ => One / N.Norm([One, v])),
            "Acosh" => Smooth(_ => One / (N.Monotone("Sqrt", v + -One) * N.Monotone("Sqrt", v + One))),
            "Atanh" => Smooth(_ => One / ((One + -v) * (One + v))),
            "Asin" => Smooth(_ => One / N.Monotone("Sqrt", (One + -v) * (One + v))),
            "Acos" => Smooth(_ => -(One / N.Monotone("Sqrt", (One + -v) * (One + v)))),
            "Atan" => Smooth(_ => One / N.Norm([One, v]) / N.Norm([One, v])),
            "Cbrt" => Smooth(result => One / (N.Of(3, true) * result * result)),
            "Sin" => tape.Result(N.Wave("Sin", v), (x.Place, () => N.Wave("Cos", v))),
            "Cos" => tape.Result(N.Wave("Cos", v), (x.Place, () => -N.Wave("Sin", v))),
            "Tan" => N.Wave("Sin", v) / N.Wave("Cos", v) is var tangent ? tape.Result(tangent, (x.Place, () => One + (tangent * tangent))) : x,
            "Exp2" => Power(Tape<N>.Constant(2), x),
            "Hypot" => Norm([x, operands[1]]),
            "Atan2" => Angle(x, operands[1]),
            "Floor" or "Ceiling" or "Round" or "Truncate" => Step(name, v),
            "StopGradient" => x with { Value = stopped is null ? v : stopped.Take(v), Place = -1 },
            "Abs" => SignOf(v) is var sign && sign < 0 ? Negated(x) : tape.Result(v, (x.Place, () => N.Of(sign, true))),
            "Sign" => Sign(v),
            "Relu" => SignOf(v) is var side && side > 0 ? x : tape.Result(N.Larger(v, Zero), (x.Place, () => Zero)),
            "Max" => Larger(x, operands[1]),
            "Min" => Negated(Larger(Negated(x), Negated(operands[1]))),
            "Clamp" => Clamp(x, operands[1], operands[2]),
            "Pow" => Power(x, operands[1]),
            "Square" => Arithmetic('*', x, x),
            "Cube" => Arithmetic('*', Arithmetic('*', x, x), x),
            "Reciprocal" => Arithmetic('/', new Traced<N>(One, -1), x),
            // x log x, 0 at 0
            "XLogX" => XLogY(x, x),
            "XLogY" => XLogY(x, operands[1]),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a function of formulas."),
        };
    }

    private Traced<N> Beta(Traced<N> x, Traced<N> y) => tape.Result(
        N.Beta("LogBeta", x.Value, y.Value),
        (x.Place, () => N.Beta("DigammaGap", x.Value, y.Value)),
        (y.Place, () => N.Beta("DigammaGap", y.Value, x.Value)));

    // What is out of range on the way is infinite in a kernel, and need not be.
    private bool Is(string condition, N x)
    {
        tape.IsOpen |= x.IsUnknown;
        return condition switch
        {
            "IsNaN" => double.IsNaN(x.ToDouble()),
            "IsInfinity" => Compare("==", new Traced<N>(SizeOf(x), -1), new Traced<N>(N.Of(double.PositiveInfinity, true), -1)),
            _ => Compare("==", new Traced<N>(x, -1), new Traced<N>(N.Of(double.NegativeInfinity, true), -1)),
        };
    }

    // The side of zero, which is a kink.
    private int SignOf(N x)
    {
        tape.IsBendOpen |= N.IsOpen(x, Zero);
        return x > Zero ? 1 : x < Zero ? -1 : 0;
    }

    private Traced<N> Sign(N x)
    {
        tape.IsOpen |= N.IsOpen(x, Zero);
        // Of what is beyond all numbers the sign is none of them.
        return new Traced<N>(N.Of(x.IsUnknown ? double.NaN : SignOf(x), false), -1);
    }

    // |x|
    private static N SizeOf(N x) => N.Larger(x, -x);

    // Which whole number it is, is open where a step may be on either side; a zero may have either sign.
    private Traced<N> Step(string name, N x)
    {
        double step = name == "Round" ? Math.Floor(x.ToDouble()) + 0.5 : Math.Round(x.ToDouble());
        tape.IsOpen |= double.IsFinite(step) && N.IsOpen(x, N.Of(step, true));
        N whole = N.Step(name, x);
        return new Traced<N>(whole, -1, whole.IsZero);
    }

    // Across the negative axis it jumps, and the sign of a zero tells on which side.
    private Traced<N> Angle(Traced<N> y, Traced<N> x)
    {
        tape.IsOpen |= (x.Value < Zero || N.IsOpen(x.Value, Zero) || x.Value.IsZero) && (y.Value.IsZero || N.IsOpen(y.Value, Zero));
        N distance = N.Norm([x.Value, y.Value]);
        return tape.Result(
            N.Angle(y.Value, x.Value),
            (y.Place, () => distance.IsZero ? Zero : x.Value / distance / distance),
            (x.Place, () => distance.IsZero ? Zero : -(y.Value / distance / distance)));
    }

    private Traced<N> Larger(Traced<N> x, Traced<N> y)
    {
        tape.IsBendOpen |= N.IsOpen(x.Value, y.Value);
        N larger = N.Larger(x.Value, y.Value);
        bool isTie = N.IsEqual(x.Value, y.Value);
        N Share(bool isLarger) => isTie ? N.Of(0.5, true) : isLarger ? One : Zero;
        return tape.Result(larger, (x.Place, () => Share(x.Value > y.Value)), (y.Place, () => Share(y.Value > x.Value)));
    }

    private Traced<N> Clamp(Traced<N> x, Traced<N> low, Traced<N> high)
    {
        tape.IsBendOpen |= N.IsOpen(x.Value, low.Value) || N.IsOpen(N.Larger(x.Value, low.Value), high.Value);
        N value = -N.Larger(-N.Larger(x.Value, low.Value), -high.Value);
        // Where the bounds cross, the upper one wins.
        bool isAbove = N.Larger(x.Value, low.Value) > high.Value, isBelow = !isAbove && x.Value < low.Value;
        return tape.Result(
            value,
            (x.Place, () => isBelow || isAbove ? Zero : One),
            (low.Place, () => isBelow ? One : Zero),
            (high.Place, () => isAbove ? One : Zero));
    }

    private Traced<N> Logarithm(string name, Traced<N>[] operands)
    {
        Traced<N> logBase = name switch { "Log2" => Tape<N>.Constant(2), "Log10" => Tape<N>.Constant(10), _ => operands[1] };
        return Arithmetic('/', Call("Log", [operands[0]]), Call("Log", [logBase]));
    }

    private Traced<N> Power(Traced<N> x, Traced<N> p)
    {
        tape.IsOpen |= x.IsUnsigned && p.Value < Zero;
        N result = N.Power(x.Value, p.Value);
        return tape.Result(
            result,
            (x.Place, () => p.Value.IsZero ? Zero : p.Value * N.Power(x.Value, p.Value + -One)),
            (p.Place, () => result.IsZero ? Zero : result * N.Monotone("Log", x.Value)));
    }

    private Traced<N> XLogY(Traced<N> x, Traced<N> y)
    {
        N logarithm = N.Monotone("Log", y.Value);
        // 0 log y is 0 by convention, also where there is no logarithm, and no derivative.
        tape.IsBendOpen |= x.Value.IsZero && double.IsNaN(logarithm.ToDouble());
        N product = x.Value.IsZero ? Zero : x.Value * logarithm;
        return tape.Result(product, (x.Place, () => logarithm), (y.Place, () => x.Value.IsZero ? Zero : x.Value / y.Value));
    }

    private object Reduce(Term term, object[] operands)
    {
        if (term.Name == "Count")
            return Tape<N>.Constant(((bool[])operands[0]).Count(flag => flag), false);
        if (term.Name == "Dot")
            return Sum(Elements(Elementwise(operands, x => Arithmetic('*', x[0], x[1]))));
        return term.Name switch
        {
            "ArgMax" => FirstOf(Elements(operands[0]), isLargest: true),
            "ArgMin" => FirstOf(Elements(operands[0]), isLargest: false),
            "CosineSimilarity" => CosineSimilarity(Elements(operands[0]), Elements(operands[1]), Number(operands[2])),
            "Variance" => Variance(Elements(operands[0]), Number(operands[1])),
            "Norm" when operands.Length == 2 => Norm(Elements(operands[0]), Number(operands[1])),
            _ => Reduced(term.Name, Elements(operands[0])),
        };
    }

    private Traced<N> Reduced(string reduction, Traced<N>[] row)
    {
        return reduction switch
        {
            "Sum" => Sum(row),
            "Mean" => Arithmetic('/', Sum(row), Tape<N>.Constant(sample.Classes)),
            "Max" => Largest(row),
            "Min" => Negated(Largest([.. row.Select(Negated)])),
            "LogSumExp" => LogSumExp(row),
            "Norm" => Norm(row),
            _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "Not a reduction."),
        };
    }

    private Traced<N> Sum(Traced<N>[] terms) =>
        Added(tape.Result(N.Sum([.. terms.Select(term => term.Value)]), [.. terms.Select(term => (term.Place, (Func<N>)(() => One)))]));

    // A tie splits equally, among as many as there are.
    private Traced<N> Largest(Traced<N>[] row)
    {
        N largest = row[0].Value;
        foreach (Traced<N> element in row.AsSpan(1))
            largest = N.Larger(largest, element.Value);
        int ties = row.Count(element => !(element.Value < largest));
        tape.IsBendOpen |= row.Count(element => !(element.Value < largest) || N.IsOpen(element.Value, largest)) > Math.Max(ties, 1)
            || (ties > 1 && row.Any(element => !(element.Value < largest) && N.IsOpen(element.Value, largest)));
        // One that is beyond doubt the largest is the largest itself.
        if (ties == 1 && row.All(element => !element.Value.IsUnknown && (!(element.Value < largest) || !N.IsOpen(element.Value, largest))))
            return row.First(element => !(element.Value < largest));
        N share = One / N.Of(ties, true);
        return tape.Result(largest, [.. row.Select(element => (element.Place, (Func<N>)(() => element.Value < largest ? Zero : share)))]);
    }

    private Traced<N> Norm(Traced<N>[] row)
    {
        N norm = N.Norm([.. row.Select(element => element.Value)]);
        return tape.Result(norm, [.. row.Select(element => (element.Place, (Func<N>)(() => norm.IsZero ? Zero : element.Value / norm)))]);
    }
}
