using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Labels;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// The stable forms of a formula: of its value, and of what is differentiated. They are one unless inputs are held: the value does not know of that, so that it
/// is as stable as it would be without, while to what is differentiated a held input is another number than the input itself.
/// </summary>
internal sealed class FormulaForms
{
    private readonly NodeAlgebra algebra;
    private readonly StabilizedFormula differentiated;

    private FormulaForms(NodeAlgebra algebra, StabilizedFormula value, StabilizedFormula differentiated)
    {
        this.algebra = algebra;
        Value = value;
        this.differentiated = differentiated;
    }

    /// <summary>The formula, to be evaluated.</summary>
    public StabilizedFormula Value { get; }

    // Values and derivatives that have been taken do not know of what is held.
    private Rewriter Releasing => HeldInputs.Releasing(algebra.Table, algebra.RebuildNormalized);

    /// <summary>The forms of an expression, as it was written.</summary>
    /// <param name="algebra">Makes the nodes.</param>
    /// <param name="written">The expression.</param>
    /// <param name="lifted">The label that is lifted to a distribution afterward, if one is.</param>
    public static FormulaForms Of(NodeAlgebra algebra, Node written, Node? lifted = null)
    {
        StabilizedFormula differentiated = Stabilizer.Stabilize(algebra, written, lifted);
        return HeldInputs.AreIn(written)
            ? new FormulaForms(algebra, Stabilizer.Stabilize(algebra, HeldInputs.Releasing(algebra.Table, algebra.Table.With).Rewrite(written), lifted), differentiated)
            : new FormulaForms(algebra, differentiated, differentiated);
    }

    /// <summary>The forms of the mean over a distribution in place of the label.</summary>
    public FormulaForms Lifted(FormulaInput label, LiftedLabel kind)
    {
        StabilizedFormula value = Lifted(Value, label, kind);
        return new FormulaForms(algebra, value, ReferenceEquals(Value, differentiated) ? value : Lifted(differentiated, label, kind));
    }

    /// <summary>The derivative by each input, times the upstream, in the form that is computed and in the one that is printed.</summary>
    public Node[] Differentiate(Node upstream, IReadOnlyList<FormulaInput> inputs, out Node[] printed)
    {
        Node[] gradients = new ReverseMode(algebra).Differentiate(differentiated.Value, upstream, inputs, out printed);
        if (ReferenceEquals(Value, differentiated))
            return gradients;
        Rewriter releasing = Releasing;
        printed = [.. printed.Select(releasing.Rewrite)];
        return [.. gradients.Select(releasing.Rewrite)];
    }

    /// <summary>The form in which value and gradient are scheduled.</summary>
    public LastForm Last(StrongZeros zeros) =>
        new(zeros, Value.Sums, ReferenceEquals(Value, differentiated) ? Value.Sums : differentiated.Sums.Rewritten(Releasing.Rewrite));

    /// <summary>Where value or gradient can have kinks.</summary>
    public IEnumerable<string> Kinks(IReadOnlyList<FormulaInput> inputs)
    {
        IEnumerable<string> ofValue = Calculus.Kinks.In(algebra, Value.InOnePiece, inputs);
        return ReferenceEquals(Value, differentiated) ? ofValue : ofValue.Concat(Calculus.Kinks.In(algebra, differentiated.InOnePiece, inputs)).Distinct();
    }

    private StabilizedFormula Lifted(StabilizedFormula form, FormulaInput label, LiftedLabel kind) => form with
    {
        Value = LabelLifting.Lift(algebra, form.Value, label, kind),
        Sums = form.Sums.Lifted(algebra.Table.Label(label.Name, label.ExtraClasses)),
    };
}
