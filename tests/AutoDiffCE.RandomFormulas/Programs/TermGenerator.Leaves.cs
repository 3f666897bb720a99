namespace AutoDiffCE.RandomFormulas.Programs;

internal sealed partial class TermGenerator
{
    private Term RealLeaf()
    {
        Term[] variables = scope.Of(Sort.Real);
        Term[] bound = [.. variables.Where(variable => variable.Kind == TermKind.Bound)];
        int choice = dice.Next(10);
        if (bound.Length > 0 && choice < 5)
            return dice.Pick<Term>(bound);
        if (variables.Length > 0 && choice < 6)
            return dice.Pick<Term>(variables);
        if (HasRows && choice < 8)
            return Term.Of(TermKind.Element, Sort.Real, RowLeaf(), Position());
        return Constant();
    }

    // Constants and quotients of whole numbers among them; an integer where C# makes a double of it.
    private Term Constant()
    {
        switch (dice.Next(9))
        {
            case 0:
                return Term.Of(TermKind.Divide, Sort.Real, Term.Number(dice.Pick(1.0, 2)), Term.Whole(dice.Pick(3, 2, 7)));
            case 1:
                return Term.Of(TermKind.Divide, Sort.Real, Term.Whole(dice.Pick(2, 1)), Term.Number(dice.Pick(3.0, 4)));
            case 2 when Whole() is { Kind: not TermKind.Number } whole:
                TermKind kind = whole.Kind == TermKind.Length ? TermKind.Divide : dice.Pick(TermKind.Multiply, TermKind.Add);
                return Term.Of(kind, Sort.Real, Term.Number(dice.Pick(1, 0.5)), whole);
            case 3:
                return Term.Call(dice.Pick("Log", "Exp", "Sqrt"), Term.Number(dice.Pick(2.0, 3, 0.1)));
            default:
                return Term.Number(dice.Pick(0.5, 1, 2, 0.1, -1, 0.25, 3, 1e-8, 0, 10, -0.5, 1.5, 0.3));
        }
    }

    private Term RowLeaf()
    {
        Term[] variables = scope.Of(Sort.Row);
        Term[] inputs = [.. variables.Where(variable => variable.Kind == TermKind.Input)];
        if (dice.Chance(0.08))
            return Term.Of(TermKind.Index, Sort.Row, dice.Pick<Term>(inputs));
        return dice.Pick<Term>(dice.Chance(0.6) ? inputs : variables);
    }

    private Term RowInput() => dice.Pick<Term>([.. scope.Of(Sort.Row).Where(variable => variable.Kind == TermKind.Input)]);

    private Term[] Labels() => [.. scope.Of(Sort.Whole).Where(variable => variable.Kind == TermKind.Input)];

    private Term Whole() => dice.Chance(0.15)
        ? Term.Of(dice.Pick(TermKind.Add, TermKind.Subtract, TermKind.Multiply), Sort.Whole, WholeLeaf(), Term.Whole(1 + dice.Next(2)))
        : WholeLeaf();

    private Term WholeLeaf()
    {
        Term[] variables = [.. scope.Of(Sort.Whole).Where(variable => variable.Kind != TermKind.Bound || dice.Chance(0.7))];
        if (variables.Length > 0 && dice.Chance(0.6))
            return dice.Pick<Term>(variables);
        if (HasRows && dice.Chance(0.6))
            return Term.Of(TermKind.Length, Sort.Whole, RowInput());
        return Term.Whole(dice.Next(4));
    }

    private Term Position()
    {
        Term[] bound = [.. scope.Of(Sort.Whole).Where(variable => variable.Kind == TermKind.Bound)];
        if (bound.Length > 0 && dice.Chance(0.6))
            return dice.Pick<Term>(bound);
        if (Labels() is { Length: > 0 } labels && dice.Chance(0.7))
            return dice.Pick<Term>(labels);
        if (HasRows && dice.Chance(0.08))
            return Term.Named(TermKind.Reduce, Sort.Whole, dice.Pick("ArgMax", "ArgMin"), dice.Chance(0.5) ? RowLeaf() : Row(1));
        if (dice.Chance(0.1))
            return Term.Of(TermKind.Subtract, Sort.Whole, Term.Of(TermKind.Length, Sort.Whole, RowInput()), Term.Whole(1));
        return dice.Chance(0.6) ? Term.Whole(dice.Next(2)) : Term.Of(TermKind.FromEnd, Sort.Whole, Term.Whole(1));
    }

    // What a logarithm or a divisor can take.
    private Term PositiveReal(int depth)
    {
        Term[] known = [.. scope.Of(Sort.Real).Where(IsPositive)];
        switch (dice.Next(10))
        {
            case 0 or 1 when known.Length > 0:
                return dice.Pick<Term>(known);
            case 2 or 3:
                return Term.Call("Exp", Real(depth - 1));
            case 4:
                return Term.Of(TermKind.Add, Sort.Real, Term.Number(dice.Pick(1, 0.1, 1e-8)), Term.Call("Abs", Real(depth - 1)));
            case 5:
                return Term.Call(dice.Pick("Sigmoid", "Softplus"), Real(depth - 1));
            case 6 when HasRows:
                return Term.Named(TermKind.Reduce, Sort.Real, "Sum", Term.Call("Exp", Row(depth - 1)));
            case 7 or 8 when HasRows:
                return Term.Of(TermKind.Element, Sort.Real, PositiveRow(depth - 1), Position());
            case 9 when depth > 0:
                return Term.Of(dice.Pick(TermKind.Add, TermKind.Multiply), Sort.Real, PositiveReal(depth - 1), PositiveReal(depth - 1));
            default:
                return dice.Chance(0.3) ? Real(depth - 1) : Term.Call("Exp", Real(depth - 1));
        }
    }

    private Term PositiveRow(int depth)
    {
        Term[] known = [.. scope.Of(Sort.Row).Where(IsPositive)];
        switch (dice.Next(8))
        {
            case 0 or 1 when known.Length > 0:
                return dice.Pick<Term>(known);
            case 2 or 3:
                return Term.Call("Exp", Row(depth - 1));
            case 4:
                return Term.Named(TermKind.Normalize, Sort.Row, "Softmax", Row(depth - 1));
            case 5:
                return Term.Call(dice.Pick("Sigmoid", "Softplus"), Row(depth - 1));
            case 6:
                return Term.Of(TermKind.Add, Sort.Row, Term.Call("Abs", Row(depth - 1)), Term.Number(dice.Pick(1, 0.1, 1e-8)));
            default:
                return dice.Chance(0.3) ? Row(depth - 1) : Term.Call("Exp", Row(depth - 1));
        }
    }

    private bool IsPositive(Term variable) => variable.Kind == TermKind.Captured || positive.Contains(variable.Name);

    private Term Arithmetic(Term left, Term right, Func<Term> divisor)
    {
        TermKind kind = dice.Pick(TermKind.Add, TermKind.Subtract, TermKind.Subtract, TermKind.Multiply, TermKind.Multiply, TermKind.Divide);
        if (dice.Chance(0.1))
            return Term.Of(TermKind.Negate, left.Sort, left);
        if (kind == TermKind.Divide && dice.Chance(0.8))
            right = divisor();
        if (left.Sort == Sort.Whole && right.Sort == Sort.Whole)
            left = Term.Number(left.Value);
        return Term.Of(kind, Term.Joined([left, right]), left, right);
    }

    private Term Function(Term operand)
    {
        if (dice.Chance(0.08))
            return Term.Call("StopGradient", operand);
        return dice.Chance(0.1) ? OfUnit(operand) : Spelled(dice.Pick<string>(dice.Chance(0.7) ? smooth : bent), operand);
    }

    // What is defined up to 1, or from 1 on, and mostly meets that.
    private Term OfUnit(Term operand)
    {
        string name = dice.Pick<string>(ofUnit);
        if (dice.Chance(0.1))
            return Spelled(name, operand);
        if (name != "Acosh")
            return Spelled(name, Spelled(dice.Pick<string>(inUnit), operand));
        Term aboveOne = Term.Of(TermKind.Add, operand.Sort == Sort.Row ? Sort.Row : Sort.Real, Term.Number(1), Term.Call("Abs", operand));
        return Spelled(name, dice.Chance(0.5) ? Spelled("Cosh", operand) : aboveOne);
    }

    private Term Power(Term x, Func<Term> positiveBase)
    {
        Term exponent = dice.Next(6) switch
        {
            < 3 => Term.Whole(2),
            3 => Term.Number(dice.Pick(0.5, 1.5, -1)),
            4 => Term.Whole(3),
            _ => RealLeaf(),
        };
        return Spelled("Pow", exponent is { Kind: TermKind.Number, Sort: Sort.Whole } ? x : positiveBase(), exponent);
    }

    // Bounds that a formula computes may cross, which Math.Clamp refuses.
    private Term Clamp(Term x) => dice.Chance(0.75)
        ? Spelled("Clamp", x, Term.Number(dice.Pick(-1, 0, 0.1, -10)), Term.Number(dice.Pick(0.9, 1, 5)))
        : Term.Call("Clamp", x, Bound(x.Sort), Bound(x.Sort));

    private Term Bound(Sort sort) => sort == Sort.Row && dice.Chance(0.3) ? RowLeaf() : RealLeaf();

    // Math and double have the functions of numbers under the same names.
    private Term Spelled(string name, params ReadOnlySpan<Term> operands)
    {
        bool areReal = Term.Joined(operands) == Sort.Real;
        foreach (Term operand in operands)
            areReal &= operand.Sort == Sort.Real;
        string prefix = !areReal || dice.Chance(0.75) ? ""
            : inMath.Contains(name) && dice.Chance(0.6) ? "Math."
            : inDouble.Contains(name) ? "double." : "";
        return Term.Call(prefix + name, operands);
    }
}
