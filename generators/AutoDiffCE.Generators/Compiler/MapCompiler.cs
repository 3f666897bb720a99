using System.Collections.Immutable;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;
using AutoDiffCE.Generators.Stability;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// Compiles a formula that gives a row. The row out is written like a gradient, so that plans, kernels and drivers need know nothing of it; the upstream
/// is one more row in.
/// </summary>
internal static class MapCompiler
{
    private const string Destination = "destination";

    /// <summary>Three kernels: the row, what flows back, and both at once.</summary>
    public static MapLoss Compile(
        Formula formula, NodeAlgebra algebra, FormulaForms forms, IReadOnlyDictionary<Node, string> hints)
    {
        FormulaInput upstream = new(KernelProgram.Upstream, InputKind.Row, false);
        Node upstreamRow = formula.Table.Element(KernelProgram.Upstream, formula.Table.Index(AxisSet.Row));
        FormulaInput[] differentiable = [.. formula.Inputs.Where(input => input.IsDifferentiable)];
        Node[] gradients = forms.Differentiate(upstreamRow, differentiable, out Node[] printed);
        Node value = forms.Value.Value;
        var notes = new FormulaNotes(forms.Value, differentiable, printed, formula, hints);

        string carrier = formula.Inputs.First(input => input.Kind.IsRow).Name;
        ImmutableArray<string> kinks = [.. forms.Kinks(formula.Inputs)];
        var zeros = new StrongZeros(algebra, upstreamRow);
        LastForm form = forms.Last(zeros);
        bool isHeld = HeldInputs.AreIn(formula.Value);
        FormulaInput[] forward = [.. formula.Inputs.Select(input => input.Name == carrier ? Carrying(input) : input with { IsDifferentiable = false })];
        FormulaInput[] backward = [.. formula.Inputs, upstream];
        FormulaInput[] both = [.. formula.Inputs, Carrying(upstream)];

        CompiledKernel Kernel(string name, string summary, FormulaInput[] inputs, IEnumerable<(string Input, Node Row)> rows)
        {
            FormulaInput[] reals = [.. inputs.Where(input => input.Kind.IsReal)];
            var computed = new ComputedRows(algebra, hints, LossCompiler.Taken(formula));
            var scheduler = new Scheduler(algebra, computed, upstreamRow);
            Node Finish(Node row) => ReferenceEquals(row, value) ? form.OfValue(row) : form.OfGradient(row);

            (int, Node)[] stores = [.. rows.Select(row => (Array.FindIndex(reals, input => input.Name == row.Input), Finish(row.Row)))];
            KernelPlan nothing = scheduler.Schedule(algebra.Constant(0), [], reals), plan = scheduler.Schedule(algebra.Constant(0), stores, reals);
            return new CompiledKernel(
                name, summary, [.. inputs], formula.HyperParameters, OptionalRows: [], hints, LabelRole: LabelRole.Unweighted, MeanOverSamples: false,
                nothing, plan, computed.All, notes, kinks)
            {
                NeededClasses = formula.Table.MinClasses,
                JoinedTerms = JoinedTerms.In([plan], HeldInputs.Releasing(formula.Table, algebra.Rebuild).Rewrite(formula.Value)),
                Written = isHeld || zeros.CanBeUndefined(stores.Select(store => store.Item2))
                    ? FormulaText.Write(inputs, formula.HyperParameters, formula.Value)
                    : "",
                ChecksGradient = zeros.CanBeUndefined(stores.Select(store => store.Item2)),
                RowOut = Array.FindIndex(reals, input => input.IsDifferentiable && input.GradientName == Destination),
                UpstreamRow = Array.FindIndex(reals, input => input.Name == KernelProgram.Upstream),
            };
        }

        (string, Node)[] flowsBack = [.. differentiable.Select((input, index) => (input.Name, gradients[index]))];
        return new MapLoss(
            Kernel("ForwardKernel", "The row.", forward, [(carrier, value)]),
            Kernel("BackwardKernel", "What flows back through the row.", backward, flowsBack),
            Kernel("FormulaKernel", "The row, and what flows back through it.", both, [.. flowsBack, (upstream.Name, value)]));
    }

    private static FormulaInput Carrying(FormulaInput input) => input with { IsDifferentiable = true, GradientName = Destination };
}
