using System.Globalization;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// Writes the method that runs one plan over the samples of a frame, and its passes. Per-sample values are computed between the passes, each as
/// soon as a pass or a result needs it.
/// </summary>
internal sealed class PlanWriter
{
    private readonly SourceWriter writer;
    private readonly CompiledKernel source;
    private readonly KernelPlan plan;
    private readonly NameTable names;
    private readonly IReadOnlyDictionary<Node, string> shared;
    private readonly PassWriter[] passes;
    private readonly PassLibrary library;
    private readonly bool isForBoth;
    private readonly int valuePasses;

    // What has a local in the method that is being written.
    private readonly Dictionary<Node, string> locals = [];
    private readonly HashSet<Node> ready = [];
    private readonly LaneExpressions expressions;
    private readonly UseCounts uses;

    /// <param name="writer">Takes the text.</param>
    /// <param name="source">The kernel.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="valuePasses">How many passes, the first ones, the value needs, if the text is for both goals: what comes after it is for the gradient alone.</param>
    /// <param name="names">The names of the kernel.</param>
    /// <param name="shared">The field of what all samples share.</param>
    /// <param name="library">Takes the passes.</param>
    public PlanWriter(
        SourceWriter writer,
        CompiledKernel source,
        KernelPlan plan,
        int? valuePasses,
        NameTable names,
        IReadOnlyDictionary<Node, string> shared,
        PassLibrary library)
    {
        this.writer = writer;
        this.source = source;
        this.plan = plan;
        isForBoth = valuePasses is not null;
        this.valuePasses = valuePasses ?? plan.Passes.Length;
        this.names = names;
        this.shared = shared;
        this.library = library;
        IReadOnlyCollection<Node> ofValue = isForBoth ? KernelGoals.ReductionsOfValue(plan) : [];
        passes = [.. plan.Passes.Select(pass => new PassWriter(source, plan, pass, names, ofValue))];
        expressions = new LaneExpressions(locals, names);
        uses = new UseCounts(plan.SampleRoots.Concat(passes.SelectMany(pass => pass.SampleOperands)));
    }

    /// <summary>Writes the body of a method.</summary>
    public void Write()
    {
        WriteSharedLocals();
        writer.Open("for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)");
        WriteInputs();
        foreach (PassWriter pass in passes.Take(valuePasses))
            WritePassCall(pass);
        if (passes.Length > 0)
            writer.Line();
        if (isForBoth && WritesGradient)
        {
            // What the value needs, too, is computed before.
            var ofGradient = new UseCounts(GradientRoots.Concat(passes.Skip(valuePasses).SelectMany(pass => pass.SampleOperands)));
            DefineAll([plan.Value], ofGradient.Contains);
            Node[] before = [.. locals.Keys];
            writer.Nested("if (TGoal.HasGradient)", WriteGradients);
            foreach (Node node in locals.Keys.Except(before).ToArray())
                locals.Remove(node);
        }
        else if (WritesGradient)
        {
            WriteGradients();
        }
        DefineAll([plan.Value]);
        writer.Line($"TOrder.StoreScalar({expressions.Write(plan.Value)}, frame.Values + sample);");
        writer.Close();
    }

    private IEnumerable<Node> GradientRoots => plan.ScalarStores.Select(store => store.Value)
        .Concat(plan.RowStores.Where(store => store.AtLabel is not null).Select(store => store.AtLabel!));

    private bool WritesGradient => plan.RowStores.Length + plan.ScalarStores.Length > 0;

    private void WriteSharedLocals()
    {
        HashSet<Node> used = [.. SharedScalars.In(plan)];
        foreach (Node node in shared.Keys.Where(used.Contains))
        {
            if (uses.Contains(node) || passes.Any(pass => pass.SampleOperands.Contains(node)))
                Define(node, node.Kind == ValueKind.Boolean ? $"kernel.{shared[node]} ? V.Not(V.Zero) : V.Zero" : $"V.Create(kernel.{shared[node]})");
        }
        HashSet<string> rows = [.. TopologicalOrder.FromLeaves(plan.Roots)
            .Where(node => node.Operation == Operation.SharedElement && !SharedScalars.IsSharedScalar(node))
            .Select(node => node.Name)];
        foreach (HyperParameter row in source.HyperParameters.Where(parameter => rows.Contains(parameter.Name)))
            writer.Line($"ReadOnlySpan<double> {names.Captured(row.Name)} = kernel.{names.Captured(row.Name)}.AsSpan();");
        foreach (ComputedRow row in source.ComputedRows.Where(row => rows.Contains(row.Name)))
            writer.Line($"ReadOnlySpan<double> {names.Captured(row.Name)} = kernel.{names.Captured(row.Name)}.Span;");
    }

    private void WriteInputs()
    {
        for (int input = 0; input < source.RealInputs.Length; input++)
        {
            string name = names.Input(source.RealInputs[input].Name);
            string position = input.ToString(CultureInfo.InvariantCulture);
            if (source.RealInputs[input].Kind.IsRow)
            {
                if (passes.Length > 0 || uses.Reads(source.RealInputs[input].Name))
                    writer.Line($"Pointer<T> {name} = frame.Row({position}, sample);");
                if (plan.RowStores.Any(store => store.Input == input))
                    writer.Line($"Pointer<T> {names.Gradient(input)} = frame.RowGradient({position}, sample);");
            }
            else if (uses.Reads(source.RealInputs[input].Name))
            {
                DefineInput(Operation.Scalar, source.RealInputs[input].Name, $"TOrder.LoadScalar(frame.Inputs[{position}] + sample)");
            }
        }
        WriteLabels();
        if (WritesGradient)
            DefineInput(Operation.Scalar, LossCompiler.Upstream, "TOrder.LoadScalar(frame.Upstream + sample)");

        // Elements of rows are read before a gradient can be written over them.
        foreach (Node element in uses.Nodes.Where(node => node.Operation is Operation.Element or Operation.SharedElement && !SharedScalars.IsSharedScalar(node)))
            Define(element, ElementAccess(element));
    }

    private void WriteLabels()
    {
        for (int position = 0; position < source.IntegerInputs.Length; position++)
        {
            FormulaInput input = source.IntegerInputs[position];
            string name = names.Input(input.Name);
            writer.Line($"Pointer<int> {name} = frame.Labels[{position.ToString(CultureInfo.InvariantCulture)}] + sample;");
            if (passes.Any(pass => pass.NeedsIndex(input.Name)) || uses.Nodes.Any(node => PassWriter.ComparesIndex(node, input.Name)))
                writer.Line($"V {names.Index(input.Name)} = TOrder.LoadIndex({name});");
            DefineInput(Operation.Label, input.Name, $"TOrder.LoadInteger({name})");
        }
    }

    private void DefineInput(Operation operation, string name, string expression)
    {
        Node? node = uses.Nodes.FirstOrDefault(node => node.Operation == operation && node.Name == name);
        if (node is null)
            return;
        Define(node, expression);
    }

    private string ElementAccess(Node element)
    {
        bool isShared = element.Operation == Operation.SharedElement;
        string row = isShared ? names.Captured(element.Name) : names.Input(element.Name);
        if (element.First.Operation == Operation.Label)
        {
            string label = names.Input(element.First.Name);
            return isShared ? $"TOrder.SharedAtLabel({row}, {label})" : $"TOrder.AtLabel(frame, {row}, {label})";
        }
        string index = FixedPositions.Within(element.First, SharedExpressions.Position(element.First, "frame.Classes"), source.MinClasses, "frame.Classes");
        return isShared ? $"TOrder.SharedAt({row}, {index})" : $"TOrder.At({row}, ({index}) * frame.ClassStride)";
    }

    private void WritePassCall(PassWriter pass)
    {
        if (pass.Pass.Number <= valuePasses)
            writer.Line();
        DefineAll(pass.SampleOperands);
        foreach (Node reduction in pass.Pass.Reductions)
            writer.Line($"V {names.Lanes(reduction)} = {PassWriter.Start(reduction)};");

        string label = plan.Label is null ? "" : names.Input(plan.Label.Name);
        string whole = pass.Pass.LeavesLabelOut ? $"TOrder.WholeWithoutLabel(frame, {label})" : "TOrder.Whole(frame)";
        string rest = pass.Pass.LeavesLabelOut ? $"TOrder.RestWithLabel(frame, {label})" : "TOrder.Rest(frame)";
        string name = library.NameOf(pass);
        string goal = pass.HasGoal ? ", TGoal" : "";
        writer.Line($"{name}<V, T, TOrder{goal}>(frame, {whole}{pass.Arguments(locals)});");
        string restName = names.Rest(pass.Pass.Number);
        writer.Line($"if ({rest} is {{ Any: true }} {restName})");
        writer.Line($"    {name}<V, T, ClassRest<V, T>{goal}>(frame, {restName}{pass.Arguments(locals)});");
        foreach (Node reduction in pass.Pass.Reductions)
            Define(reduction, $"TOrder.{reduction.Operation}({names.Lanes(reduction)})");
    }

    private void WriteGradients()
    {
        foreach (PassWriter pass in passes.Skip(valuePasses))
            WritePassCall(pass);
        DefineAll(GradientRoots);
        foreach (ScalarStore store in plan.ScalarStores)
            writer.Line($"TOrder.StoreScalar({expressions.Write(store.Value)}, frame.Gradients[{store.Input.ToString(CultureInfo.InvariantCulture)}] + sample);");
        foreach (RowStore store in plan.RowStores.Where(store => store.AtLabel is not null))
            writer.Line($"TOrder.StoreAtLabel(frame, {expressions.Write(store.AtLabel!)}, {names.Gradient(store.Input)}, {names.Input(plan.Label!.Name)});");
    }

    // Gives a local to each wanted value, and to what these need more than once.
    private void DefineAll(IEnumerable<Node> wanted, Func<Node, bool>? isWanted = null)
    {
        Node[] roots = [.. wanted];
        foreach (Node node in TopologicalOrder.FromLeaves(roots))
        {
            if (locals.ContainsKey(node) || !node.Axes.IsEmpty || node.Operation is Operation.Constant or Operation.Truth || SharedScalars.IsSharedScalar(node))
                continue;
            if (node.Operation is Operation.Index or Operation.Length or Operation.Label || node.IsReduction)
                continue;
            if (!uses.Contains(node) || !IsReady(node) || isWanted?.Invoke(node) == false)
                continue;
            bool isOperandOfPass = passes.Any(pass => pass.SampleOperands.Contains(node));
            if (isOperandOfPass || uses.DeservesLocal(node))
                Define(node, expressions.WriteDefinition(node));
        }
    }

    // A value that waits for a later pass is not computed yet.
    private bool IsReady(Node node)
    {
        if (locals.ContainsKey(node) || ready.Contains(node))
            return true;
        // What is ready stays so.
        return !(node.IsReduction && !node.IsShared)
            && node.Operands.Where((_, position) => !Positions.IsIndexOperand(node, position)).All(IsReady)
            && ready.Add(node);
    }

    private void Define(Node node, string expression)
    {
        locals[node] = names[node];
        writer.Line($"V {names[node]} = {expression};");
    }
}
