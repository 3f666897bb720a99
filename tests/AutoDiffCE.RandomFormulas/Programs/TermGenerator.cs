using System.Collections.Immutable;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>Random terms of a sort.</summary>
internal sealed partial class TermGenerator(Dice dice, Scope scope, Names names)
{
    private static readonly string[] smooth =
    [
        "Exp", "Tanh", "Sigmoid", "Softplus", "LogSigmoid", "Erf", "Erfc", "ExpM1", "Square", "Cube", "LogCosh",
        "Exp2", "Sinh", "Cosh", "Asinh", "Sin", "Cos", "Tan", "Atan", "Cbrt",
        "NormalPdf", "NormalCdf", "LogNormalCdf",
    ];

    private static readonly string[] bent = ["Abs", "Relu", "Sign", "Abs", "Relu", "Floor", "Ceiling", "Round", "Truncate"];
    private static readonly string[] ofPositive = ["Log", "LogP1", "Sqrt", "XLogX", "Reciprocal", "Log2", "Log10"];

    // Their references take milliseconds, for every element of a row: seldom, then.
    private static readonly string[] ofGamma = ["LogGamma", "Digamma", "Trigamma"];
    private static readonly string[] ofUnit = ["Atanh", "Asin", "Acos", "Acosh"];
    private static readonly string[] inUnit = ["Tanh", "Sin", "Cos", "Erf", "Sigmoid"];

    // Math and double have them under the same name, but for those that only double has.
    private static readonly string[] inMath =
    [
        "Exp", "Tanh", "Abs", "Log", "Sqrt", "Pow", "Max", "Min", "Clamp", "Log2", "Log10", "Sinh", "Cosh", "Asinh", "Acosh", "Atanh", "Sin", "Cos", "Tan",
        "Asin", "Acos", "Atan", "Atan2", "Cbrt", "Floor", "Ceiling", "Round", "Truncate",
    ];

    private static readonly string[] inDouble = [.. inMath.Except(["Clamp"]), "LogP1", "ExpM1", "Exp2", "Hypot", "IsNaN", "IsInfinity", "IsNegativeInfinity"];
    private static readonly string[] conditions = ["IsNaN", "IsInfinity", "IsNegativeInfinity"];
    private static readonly string[] comparisons = ["<", "<", "<", "<=", "<=", ">", ">", ">=", ">=", "==", "!="];

    private readonly HashSet<string> positive = [];
    private int lambdas;

    /// <summary>Which inputs are known to be positive.</summary>
    public void Describe(ImmutableArray<Input> inputs) =>
        positive.UnionWith(inputs.Where(input => input.Domain is Domain.Positive).Select(input => input.Name));

    public Term Of(Sort sort, int depth) => sort switch
    {
        Sort.Real => Real(depth),
        Sort.Whole => Whole(),
        Sort.Truth => Truth(depth),
        Sort.Row => Row(depth),
        _ => Mask(depth),
    };

    /// <summary>A term of a sort that is mostly positive.</summary>
    public Term PositiveOf(Sort sort, int depth) => sort == Sort.Row ? PositiveRow(depth) : PositiveReal(depth);

    private bool HasRows => scope.Of(Sort.Row).Any(variable => variable.Kind == TermKind.Input);

    private Term Real(int depth)
    {
        if (depth <= 0)
            return RealLeaf();
        switch (dice.Next(HasRows ? 23 : 14))
        {
            case 0 or 1 or 2:
                return Arithmetic(Real(depth - 1), Real(depth - 1), () => PositiveReal(depth - 1));
            case 3 or 4:
                return Function(Real(depth - 1));
            case 5:
                return Spelled(dice.Pick<string>(dice.Chance(0.2) ? ofGamma : ofPositive), PositiveReal(depth - 1));
            case 6:
                return Power(Real(depth - 1), () => PositiveReal(depth - 1));
            case 7:
                return Spelled(dice.Pick("Max", "Min", "Max", "Min", "Hypot", "Atan2"), Real(depth - 1), Real(depth - 1));
            case 8:
                return Clamp(Real(depth - 1));
            case 9:
                TermKind choice = dice.Chance(0.7) ? TermKind.Conditional : TermKind.Where;
                return Term.Of(choice, Sort.Real, Truth(depth - 1), Real(depth - 1), RealLeaf());
            case 10:
                return Term.Call(dice.Chance(0.1) ? "LogBeta" : "XLogY", PositiveReal(depth - 1), PositiveReal(depth - 1));
            case 11:
                return dice.Chance(0.5) ? Chain(Sort.Real, RealLeaf) : Beyond(depth - 1);
            case 12:
                return dice.Chance(0.7) ? Term.Call("LogAddExp", Real(depth - 1), Real(depth - 1)) : OfDifference(Sort.Real, depth);
            case 13:
                return Arithmetic(Real(depth - 1), Real(depth - 1), () => PositiveReal(depth - 1));
            case 14:
                return dice.Chance(0.7)
                    ? Term.Named(TermKind.Reduce, Sort.Real, "Dot", Row(depth - 1), Row(depth - 1))
                    : Term.Named(TermKind.Reduce, Sort.Real, "Count", Mask(depth - 1));
            case 15 or 16:
                return Term.Of(TermKind.Element, Sort.Real, Row(depth - 1), Position());
            case 17 or 18 when lambdas < 2:
                string combining = dice.Pick("Sum", "Sum", "Sum", "Mean", "Max", "Min", "LogSumExp", "Count");
                return OfTerms(combining, Sort.Real, depth);
            case 19 when dice.Chance(0.5):
                return OfWholeRows(depth - 1);
            default:
                return Term.Named(TermKind.Reduce, Sort.Real, dice.Pick("Sum", "Sum", "Mean", "Max", "Min", "LogSumExp", "Norm"), Row(depth - 1));
        }
    }

    private Term Row(int depth)
    {
        if (depth <= 0)
            return RowLeaf();
        switch (dice.Next(18))
        {
            case 0 or 1 or 2:
                Term other = dice.Chance(0.5) ? Row(depth - 1) : Real(depth - 1);
                return dice.Chance(0.7)
                    ? Arithmetic(Row(depth - 1), other, () => PositiveRow(depth - 1))
                    : Arithmetic(other, Row(depth - 1), () => PositiveRow(depth - 1)) is { Sort: Sort.Row } row ? row : Row(depth - 1);
            case 3 or 4 or 5:
                return Function(Row(depth - 1));
            case 6:
                return Term.Call(dice.Pick<string>(dice.Chance(0.02) ? ofGamma : ofPositive), PositiveRow(depth - 1));
            case 7:
                return dice.Chance(0.15)
                    ? Term.Call("Pow", dice.Chance(0.5) ? PositiveRow(depth - 1) : PositiveReal(depth - 1), Row(depth - 1))
                    : Power(Row(depth - 1), () => PositiveRow(depth - 1));
            case 8:
                return OfRowAndAny(dice.Pick("Max", "Min", "Max", "Min", "Hypot", "Atan2"), depth);
            case 9:
                return dice.Chance(0.5) ? Clamp(Row(depth - 1)) : Term.Of(TermKind.Conditional, Sort.Row, Truth(depth - 1), Row(depth - 1), Row(depth - 1));
            case 10:
                return Where(depth);
            case 11 or 12 when dice.Chance(0.2):
                return InOrder(depth - 1);
            case 11 or 12:
                return Term.Named(TermKind.Normalize, Sort.Row, dice.Pick("Softmax", "LogSoftmax"), dice.Chance(0.3) ? Changed(depth - 1) : Row(depth - 1));
            case 13:
                Term position = Position() is { Kind: not (TermKind.FromEnd or TermKind.Reduce) } fromStart ? fromStart : Term.Whole(0);
                return Term.Of(TermKind.With, Sort.Row, Row(depth - 1), position, Real(depth - 1));
            case 14 when lambdas < 2 && dice.Chance(0.3):
                return OfTerms("Map", Sort.Row, depth);
            case 14:
                return dice.Chance(0.5) ? Chain(Sort.Row, RowLeaf) : dice.Chance(0.6) ? OfRowAndAny("LogAddExp", depth) : OfDifference(Sort.Row, depth);
            case 15 when scope.Of(Sort.Row).Where(variable => variable.Kind == TermKind.Captured).ToArray() is { Length: > 0 } weights:
                return Term.Call("Weighted", Row(depth - 1), dice.Pick<Term>(weights));
            case 16 when Labels().Length > 0:
                return Term.Of(TermKind.OneHot, Sort.Row, dice.Pick<Term>(Labels()), RowLeaf());
            default:
                string ofTwo = dice.Chance(0.02) ? "LogBeta" : "XLogY";
                return dice.Chance(0.2)
                    ? Term.Call(ofTwo, PositiveReal(depth - 1), PositiveRow(depth - 1))
                    : Term.Call(ofTwo, PositiveRow(depth - 1), dice.Chance(0.5) ? PositiveRow(depth - 1) : PositiveReal(depth - 1));
        }
    }

    private Term OfWholeRows(int depth) => dice.Next(3) switch
    {
        0 => Term.Named(TermKind.Reduce, Sort.Real, "Norm", Row(depth), Term.Number(dice.Pick(1, 2, 1.5, 3, double.PositiveInfinity))),
        1 => Term.Named(TermKind.Reduce, Sort.Real, "Variance", Row(depth), Term.Number(dice.Pick(0, 0, 0.5))),
        _ => Term.Named(TermKind.Reduce, Sort.Real, "CosineSimilarity", Row(depth), Row(depth), Term.Number(dice.Pick(1e-8, 0.1))),
    };

    private Term InOrder(int depth) => dice.Chance(0.2)
        ? Term.Named(TermKind.Normalize, Sort.Row, "Sort", Row(depth), Row(depth))
        : Term.Named(TermKind.Normalize, Sort.Row, dice.Pick("Sort", "SortDescending", "Reverse", "CumulativeSum", "CumulativeLogSumExp"), Row(depth));

    // A row and another, or a number on either side.
    private Term OfRowAndAny(string name, int depth)
    {
        Term row = Row(depth - 1);
        Term other = dice.Chance(0.5) ? Row(depth - 1) : Real(depth - 1);
        return dice.Chance(0.5) ? Term.Call(name, row, other) : Term.Call(name, other, row);
    }

    // Logarithms of differences of exponentials, of which the first is mostly the larger one.
    private Term OfDifference(Sort sort, int depth)
    {
        Term gap = sort == Sort.Row && dice.Chance(0.6) ? PositiveRow(depth - 1) : PositiveReal(depth - 1);
        if (gap.Sort == sort && dice.Chance(0.4))
            return Term.Call("Log1mExp", Term.Of(TermKind.Negate, sort, gap));
        Term larger = sort == Sort.Row && (gap.Sort != Sort.Row || dice.Chance(0.5)) ? Row(depth - 1) : Real(depth - 1);
        bool isBelow = larger.Sort != Sort.Row || dice.Chance(0.7);
        return Term.Call("LogSubExp", larger, isBelow ? Term.Of(TermKind.Subtract, Term.Joined([larger, gap]), larger, gap) : RealLeaf());
    }

    // More terms or factors than anybody writes in one line, some of them again and again.
    private Term Chain(Sort sort, Func<Term> leaf)
    {
        int length = 3 + (dice.Chance(0.4) ? dice.Next(24) : dice.Next(4));
        bool isProduct = dice.Chance(0.6);
        Term[] parts = [.. Enumerable.Range(0, 1 + dice.Next(6)).Select(_ => dice.Chance(0.5) ? leaf() : Term.Of(TermKind.Add, sort, leaf(), Constant()))];
        Term chain = parts[0];
        for (int i = 1; i < length; i++)
        {
            TermKind kind = isProduct ? TermKind.Multiply : dice.Pick(TermKind.Add, TermKind.Subtract);
            chain = Term.Of(kind, sort, chain, dice.Pick<Term>(parts));
        }
        return chain;
    }

    // What System.Math and System.Double have beyond the functions of formulas.
    private Term Beyond(int depth) => dice.Next(2) switch
    {
        0 => Term.Call(dice.Pick("Math.", "double.") + "Log", PositiveReal(depth), Term.Number(dice.Pick(2.0, 10, 0.5))),
        _ => Term.Call(dice.Pick("Math.", "double.") + "FusedMultiplyAdd", Real(depth), RealLeaf(), RealLeaf()),
    };

    // A row that is another at one label, or at all but one.
    private Term Changed(int depth)
    {
        Term position = Labels() is { Length: > 0 } labels ? dice.Pick<Term>(labels) : Term.Whole(0);
        Term row = RowLeaf();
        if (dice.Chance(0.5))
        {
            Term value = dice.Chance(0.5) ? RealLeaf() : Term.Of(TermKind.Subtract, Sort.Real, Term.Of(TermKind.Element, Sort.Real, row, position), RealLeaf());
            return Term.Of(TermKind.With, Sort.Row, row, position, value);
        }
        Term isPosition = Term.Named(TermKind.Compare, Sort.Mask, dice.Pick("==", "!="), Term.Of(TermKind.Index, Sort.Row, row), position);
        return Term.Of(TermKind.Where, Sort.Row, isPosition, dice.Chance(0.5) ? Term.Number(double.NegativeInfinity) : Row(depth), row);
    }

    private Term Where(int depth)
    {
        if (dice.Chance(0.15))
            return Term.Of(TermKind.Where, Sort.Row, Mask(depth - 1), Real(depth - 1), RealLeaf());
        Term then = dice.Chance(0.6) ? Row(depth - 1) : RealLeaf();
        Term otherwise = then.Sort == Sort.Row && dice.Chance(0.5) ? RealLeaf() : Row(depth - 1);
        return Term.Of(TermKind.Where, Sort.Row, dice.Chance(0.8) ? Mask(depth - 1) : Truth(depth - 1), then, otherwise);
    }

    private Term Mask(int depth)
    {
        if (scope.Of(Sort.Mask) is { Length: > 0 } known && dice.Chance(0.3))
            return dice.Pick<Term>(known);
        if (depth > 0 && dice.Chance(0.3))
        {
            return dice.Chance(0.3)
                ? Term.Of(TermKind.Not, Sort.Mask, Mask(depth - 1))
                : Term.Of(dice.Pick(TermKind.And, TermKind.Or, TermKind.ExclusiveOr), Sort.Mask, Mask(depth - 1), Mask(depth - 1));
        }
        if (Labels().Length > 0 && dice.Chance(0.4))
        {
            Term index = Term.Of(TermKind.Index, Sort.Row, RowLeaf());
            return Term.Named(TermKind.Compare, Sort.Mask, dice.Pick("==", "!=", "<", ">"), index, dice.Pick<Term>(Labels()));
        }
        if (dice.Chance(0.1))
            return Term.Named(TermKind.Call, Sort.Mask, dice.Pick<string>(conditions), Row(depth - 1));
        if (OwnRow() is { } own && dice.Chance(0.4))
            return Term.Named(TermKind.Compare, Sort.Mask, dice.Pick<string>(comparisons), own, ElementOf(own));
        (Term left, Term right) = (Row(depth - 1), dice.Chance(0.5) ? RealLeaf() : Row(depth - 1));
        if (dice.Chance(0.25))
            (left, right) = (right, left);
        return Term.Named(TermKind.Compare, Sort.Mask, dice.Pick<string>(comparisons), left, right);
    }

    // A local that is a row, of which an element may be compared with the others.
    private Term? OwnRow() => scope.Of(Sort.Row).Where(variable => variable.Kind == TermKind.Local).ToArray() is { Length: > 0 } rows ? dice.Pick<Term>(rows) : null;

    private Term ElementOf(Term row) => Labels() is { Length: > 0 } labels
        ? Term.Of(TermKind.Element, Sort.Real, row, dice.Pick<Term>(labels))
        : Term.Of(TermKind.Element, Sort.Real, row, Term.Whole(0));

    private Term Truth(int depth)
    {
        if (scope.Of(Sort.Truth) is { Length: > 0 } known && dice.Chance(0.4))
            return dice.Pick<Term>(known);
        if (depth > 0 && HasRows && lambdas < 2 && dice.Chance(0.05))
            return OfTerms(dice.Pick("Any", "All"), Sort.Truth, depth);
        if (depth > 0 && dice.Chance(0.25))
        {
            return dice.Chance(0.3)
                ? Term.Of(TermKind.Not, Sort.Truth, Truth(depth - 1))
                : Term.Of(dice.Pick(TermKind.And, TermKind.Or, TermKind.ExclusiveOr), Sort.Truth, Truth(depth - 1), Truth(depth - 1));
        }
        if (dice.Chance(0.1))
            return Spelled(dice.Pick<string>(conditions), Real(depth - 1)) with { Sort = Sort.Truth };
        if (OwnRow() is { } own && dice.Chance(0.4))
            return Term.Named(TermKind.Compare, Sort.Truth, dice.Pick(">=", "<", "==", "!="), ElementOf(own), Term.Named(TermKind.Reduce, Sort.Real, "Max", own));
        return Whole() is { Kind: not TermKind.Number } whole && dice.Chance(0.25)
            ? Term.Named(TermKind.Compare, Sort.Truth, dice.Pick("==", "!=", "<", ">"), whole, Term.Whole(dice.Next(3)))
            : Term.Named(TermKind.Compare, Sort.Truth, dice.Pick<string>(comparisons), Real(depth - 1), RealLeaf());
    }

    private Term OfTerms(string combining, Sort sort, int depth)
    {
        Term row = Row(depth - 1);
        ImmutableArray<Term> before = scope.Variables;
        string element = names.Next();
        string index = dice.Chance(0.5) ? names.Next() : "";
        scope.Add(Term.Variable(TermKind.Bound, Sort.Real, element));
        if (index.Length > 0)
            scope.Add(Term.Variable(TermKind.Bound, Sort.Whole, index));
        lambdas++;
        bool isCondition = combining is "Count" or "Any" or "All";
        Term variable = Term.Variable(TermKind.Bound, Sort.Real, element);
        Term body = isCondition ? Truth(Math.Max(depth - 1, 1)) : Real(Math.Max(depth - 1, 1));
        if (!body.Mentions(TermKind.Bound, element))
        {
            body = isCondition
                ? Term.Named(TermKind.Compare, Sort.Truth, dice.Pick<string>(comparisons), variable, RealLeaf())
                : Term.Of(TermKind.Multiply, Sort.Real, variable, body);
        }
        lambdas--;
        scope.Variables = before;
        return new Term(TermKind.OfTerms, sort, [row, body], element, index) { Combining = combining };
    }
}
