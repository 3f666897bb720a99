using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Labels;
using AutoDiffCE.Generators.Parsing;
using AutoDiffCE.Generators.Scheduling;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// The compiler from formula to kernels: stabilize, lift the label, differentiate, schedule. Cross-entropy takes this path like every other
/// formula.
/// </summary>
internal static class LossCompiler
{
    /// <summary>What a loss compiles to, for each way in which its conditions on hyper-parameters can turn out; nothing where its formula is in error.</summary>
    public static ImmutableArray<CompiledVariant> Compile(LossModel model)
    {
        if (model.Formula is null)
            return [];
        Formula formula = model.Formula.Thaw();
        var algebra = new NodeAlgebra(formula.Table);
        ImmutableArray<Variant> variants = Variants.Of(formula, algebra);
        CompiledVariant[] compiled = [.. variants.Select(variant =>
            new CompiledVariant(variant.Conditions, Compile(model, variant.Formula, algebra)) { Guards = variant.Guards })];
        return compiled.Length == 1 ? [.. compiled] : [.. compiled.Select(Numbered)];
    }

    private static CompiledVariant Numbered(CompiledVariant variant, int index)
    {
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return variant with
        {
            Loss = variant.Loss.Select(kernel => kernel with
            {
                Name = kernel.Name + number,
                Summary = $"Where {variant.Description}: {char.ToLowerInvariant(kernel.Summary[0])}{kernel.Summary.Substring(1)}",
            }),
        };
    }

    private static CompiledLoss Compile(LossModel model, Formula formula, NodeAlgebra algebra)
    {
        var forms = FormulaForms.Of(algebra, formula.Value);
        if (model.Shape == LossShape.Map)
            return MapCompiler.Compile(formula, algebra, forms, CanonicalHints(formula, algebra));
        CompiledKernel plain = Plan(model, formula, algebra, forms, formula.Value) with { Name = "FormulaKernel" };
        return model.Shape == LossShape.Label
            ? CompileLabel(model, formula, algebra, plain)
            : new PlainLoss(plain with { LabelRole = plain.IntegerInputs.Length > 0 ? LabelRole.Unweighted : LabelRole.None });
    }

    // Beside the formula as it stands, two kernels for distributions over its label.
    private static LabelLoss CompileLabel(LossModel model, Formula formula, NodeAlgebra algebra, CompiledKernel plain)
    {
        FormulaInput label = formula.Inputs.First(input => input.Kind.IsClassIndex);
        var liftable = FormulaForms.Of(algebra, formula.Value, lifted: formula.Table.Label(label.Name, label.ExtraClasses));
        CompiledKernel smoothed = Lift(model, formula, algebra, liftable, label, LiftedLabel.Smoothed) with
        {
            Name = "SmoothedKernel",
            Summary = "The formula for a smoothed label: its mean under (1 − labelSmoothing) at the label and labelSmoothing / classes everywhere, "
                + "class weights included.",
            LabelRole = LabelRole.WeighsNormalizer,
        };
        // A distribution over more classes than a row has is no row of the batch.
        CompiledKernel? distribution = label.ExtraClasses > 0 ? null : Lift(model, formula, algebra, liftable, label, LiftedLabel.Distribution) with
        {
            Name = "DistributionKernel",
            Summary = "The formula for a distribution over labels: its mean under it, class weights and smoothing included.",
            LabelRole = LabelRole.None,
        };
        return new LabelLoss(plain, smoothed, distribution);
    }

    private static CompiledKernel Lift(
        LossModel model, Formula formula, NodeAlgebra algebra, FormulaForms liftable, FormulaInput label, LiftedLabel kind)
    {
        ImmutableArray<FormulaInput> inputs = kind == LiftedLabel.Smoothed
            ? formula.Inputs
            : [.. formula.Inputs.Where(input => input.Name != label.Name), new FormulaInput(LiftedNames.LabelDistribution, InputKind.Row, false)];
        Formula liftedFormula = formula with
        {
            Inputs = inputs,
            Hints = kind == LiftedLabel.Smoothed ? LabelLifting.Named(algebra, label, formula.Hints) : formula.Hints,
            HyperParameters =
            [
                .. formula.HyperParameters,
                new HyperParameter(LiftedNames.ClassWeights, true, "base.ClassWeights"),
                .. Enumerable.Range(0, label.ExtraClasses).Select(extra => ExtraClassWeight(extra, label.ExtraClasses - extra)),
                new HyperParameter(LiftedNames.LabelSmoothing, false, "base.LabelSmoothing"),
            ],
        };
        Node written = LabelLifting.Lift(algebra, formula.Value, label, kind);
        return Plan(model, liftedFormula, algebra, liftable.Lifted(label, kind), written);
    }

    private static HyperParameter ExtraClassWeight(int extra, int fromEnd) => new(
        LiftedNames.ExtraClassWeight(extra),
        false,
        FormattableString.Invariant($"global::AutoDiffCE.Batches.SharedRow.WeightFromEnd(base.ClassWeights, {fromEnd})"));

    private static CompiledKernel Plan(LossModel model, Formula formula, NodeAlgebra algebra, FormulaForms forms, Node written)
    {
        FormulaInput[] reals = [.. formula.Inputs.Where(input => input.Kind.IsReal)];
        FormulaInput[] differentiable = [.. reals.Where(input => input.IsDifferentiable)];
        Node upstream = formula.Table.Scalar(KernelProgram.Upstream);
        Node[] gradients = forms.Differentiate(upstream, differentiable, out Node[] printed);
        Node[] pure = [.. printed.Select(gradient => algebra.Replace(gradient, upstream, algebra.Constant(1)))];

        Dictionary<Node, string> hints = CanonicalHints(formula, algebra);
        var rows = new ComputedRows(algebra, hints, Taken(formula));
        var scheduler = new Scheduler(algebra, rows, upstream);
        var zeros = new StrongZeros(algebra, upstream);
        LastForm form = forms.Last(zeros);

        Node value = form.OfValue(forms.Value.Value);
        Node[] finished = [.. gradients.Select(form.OfGradient)];
        KernelPlan valuesAndGradient = scheduler.Schedule(
            value, [.. finished.Select((gradient, index) => (Array.IndexOf(reals, differentiable[index]), gradient))], reals);
        KernelPlan values = scheduler.Schedule(value, [], reals, splitLike: valuesAndGradient);
        return new CompiledKernel(
            Name: "",
            Summary: "The formula.",
            formula.Inputs,
            formula.HyperParameters,
            OptionalRows: [LiftedNames.ClassWeights],
            hints,
            LabelRole: LabelRole.WeighsSample,
            model.MeanOverSamples,
            values,
            valuesAndGradient,
            rows.All,
            new FormulaNotes(forms.Value, differentiable, pure, formula, hints),
            [.. forms.Kinks(formula.Inputs)])
        {
            NeededClasses = formula.Table.MinClasses,
            JoinedTerms = JoinedTerms.In([values, valuesAndGradient], HeldInputs.Releasing(formula.Table, algebra.Rebuild).Rewrite(written)),
            ChecksGradient = zeros.CanBeUndefined(finished),
            Written = zeros.CanBeUndefined([value, .. finished]) || HeldInputs.AreIn(written) ? FormulaText.Write(formula.Inputs, formula.HyperParameters, written) : "",
        };
    }

    /// <summary>The names that a kernel has from its formula.</summary>
    public static IEnumerable<string> Taken(Formula formula) =>
        formula.Inputs.Select(input => input.Name).Concat(formula.HyperParameters.Select(parameter => parameter.Name));

    // A local's name follows its expression into canonical form.
    private static Dictionary<Node, string> CanonicalHints(Formula formula, NodeAlgebra algebra)
    {
        Dictionary<Node, string> hints = [];
        foreach (KeyValuePair<Node, string> hint in HeldInputs.ReleasedHints(formula))
            hints[algebra.Canonical(hint.Key)] = hint.Value;
        return hints;
    }
}
