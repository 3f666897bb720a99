using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes one pass: a method that contains its loop, so that the whole of it stays in registers.</summary>
internal sealed class PassWriter
{
    private readonly SourceWriter writer = new();
    private readonly CompiledKernel source;
    private readonly KernelPlan plan;
    private readonly NameTable names;
    private readonly Dictionary<Node, string> locals = [];
    private readonly LaneExpressions expressions;
    private readonly UseCounts rowUses;
    private readonly Node[] rowNodes;
    private readonly bool writesKept;
    private readonly bool readsKept;
    private readonly HashSet<Node> valueNodes;
    private readonly Node[] valueReductions;

    /// <param name="source">The kernel.</param>
    /// <param name="plan">The plan that the pass is part of.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="names">The names of the kernel.</param>
    /// <param name="ofValue">The reductions that the value needs; what others need is computed with the gradient alone.</param>
    public PassWriter(CompiledKernel source, KernelPlan plan, Pass pass, NameTable names, IReadOnlyCollection<Node> ofValue)
    {
        this.source = source;
        this.plan = plan;
        this.names = names;
        Pass = pass;
        expressions = new LaneExpressions(locals, names);
        writesKept = plan.Kept?.Pass == pass.Number;
        readsKept = plan.Kept?.Pass < pass.Number;
        IEnumerable<Node> roots = writesKept ? pass.Rows.Append(plan.Kept!.Value) : pass.Rows;
        rowUses = new UseCounts(roots, IsComputedHere, IsGiven, visitsOutside: true);
        rowNodes = [.. new UseCounts(roots, node => !node.Axes.IsEmpty, IsGiven).Nodes];
        SampleOperands = [.. rowNodes.Where(node => !IsGiven(node)).SelectMany(PerSampleOperands).Concat(pass.Rows.Where(row => row.Axes.IsEmpty))
            .Where(IsPassedIn).Distinct()];
        valueReductions = [.. pass.Reductions.Where(ofValue.Contains)];
        valueNodes = [.. new UseCounts(valueReductions.Select(reduction => reduction.First), IsComputedHere, IsGiven, visitsOutside: true).Nodes];
        HasGoal = valueReductions.Length > 0 && (valueReductions.Length < pass.Reductions.Length || !pass.Stores.IsEmpty || writesKept);
    }

    /// <summary>Whether the pass does more where a gradient is asked for.</summary>
    public bool HasGoal { get; }

    /// <summary>Whether a row waits in the memory of a gradient from here on.</summary>
    public bool Keeps => writesKept;

    public Pass Pass { get; }

    /// <summary>The per-sample and shared values that the pass is given.</summary>
    public IReadOnlyList<Node> SampleOperands { get; }

    /// <summary>What a reduction starts from.</summary>
    public static string Start(Node reduction) => reduction.Operation switch
    {
        Operation.Max => "V.Create(double.NegativeInfinity)",
        Operation.Min => "V.Create(double.PositiveInfinity)",
        _ => "V.Zero",
    };

    public bool NeedsIndex(string label) =>
        AllNodes().Any(node => ComparesIndex(node, label) || (node.IsReduction && node.Excluded is { } excluded && IsLabel(excluded, label)));

    /// <summary>Whether it is an equation of a label with another index.</summary>
    public static bool ComparesIndex(Node node, string label) =>
        node.Operation == Operation.Equal && Positions.AreIndices(node) && node.Operands.Any(operand => IsLabel(operand, label));

    private static bool IsLabel(Node node, string label) => node.Operation == Operation.Label && node.Name == label;

    /// <summary>What the caller hands over, after the frame and the sweep.</summary>
    public string Arguments(IReadOnlyDictionary<Node, string> callerLocals) => string.Concat(
        Rows().Select(row => ", " + row)
            .Concat(GradientRows().Select(row => ", " + row))
            .Concat(SharedRows().Select(row => ", " + row))
            .Concat(Indices().Select(index => ", " + index))
            .Concat(SampleOperands.Select(node => ", " + callerLocals[node]))
            .Concat(Pass.Reductions.Select(reduction => $", ref {names.Lanes(reduction)}")));

    /// <summary>The text of the pass, from its parameters on: passes of the same text are one method.</summary>
    public string Render()
    {
        foreach (Node operand in SampleOperands)
            locals[operand] = names[operand];
        string comment = Comment();
        writer.Line($"<V, T, TOrder{(HasGoal ? ", TGoal" : "")}>(in Frame<T> frame, Sweep sweep{Parameters()})");
        writer.Indent();
        writer.Line(KernelWriter.LaneConstraints + (HasGoal ? KernelWriter.GoalConstraint : ""));
        writer.Outdent();
        writer.Open();
        foreach (Node reduction in Pass.Reductions)
            writer.Line($"V {names[reduction]} = {names.Lanes(reduction)};");
        writer.Line("nint end = sweep.End, step = sweep.Step" + (Pass.LeavesLabelOut ? ", hole = sweep.Hole;" : ";"));
        writer.Open("for (nint at = sweep.Start, first = at; at < end; at += step, first += TOrder.ClassStep(step))");
        if (Pass.LeavesLabelOut)
            writer.Line("if (at == hole)\n    continue;");
        WriteBody();
        writer.Close();
        foreach (Node reduction in Pass.Reductions)
            writer.Line($"{names.Lanes(reduction)} = {names[reduction]};");
        writer.Close();
        return comment + "\0" + writer;
    }

    // What the pass computes, in terms of what it is given.
    private string Comment()
    {
        Dictionary<Node, string> known = SampleOperands.ToDictionary(operand => operand, operand => names[operand]);
        List<string> lines = [];
        if (writesKept)
        {
            string name = names[plan.Kept!.Value];
            lines.Add($"{name} = {FormulaPrinter.Print(plan.Kept.Value, known)}, which waits in {names.Gradient(plan.Kept.Input)}");
            known[plan.Kept.Value] = name;
        }
        if (readsKept)
            known[plan.Kept!.Value] = names.Gradient(plan.Kept.Input) + "[i]";
        lines.AddRange(Pass.Reductions.Select(reduction => $"{names[reduction]} = {FormulaPrinter.Print(reduction, known)}"));
        lines.AddRange(Pass.Stores.Select(store =>
            $"{names.Gradient(store.Input)}[i] = {FormulaPrinter.Print(store.Value, known)}" + (store.AtLabel is null ? "" : ", but at the label")));
        return string.Join("\n", lines.Select(line => "// " + line));
    }

    private void WriteBody()
    {
        if (readsKept)
            Define(plan.Kept!.Value, $"TOrder.Load(frame, {names.Gradient(plan.Kept.Input)}, at)");
        if (!HasGoal)
        {
            DefineAll(rowUses.Nodes);
            WriteUpdates(Pass.Reductions);
            WriteStores();
            return;
        }
        DefineAll(rowUses.Nodes.Where(valueNodes.Contains));
        WriteUpdates(valueReductions);
        writer.Nested("if (TGoal.HasGradient)", () =>
        {
            DefineAll(rowUses.Nodes);
            WriteUpdates(Pass.Reductions.Except(valueReductions));
            WriteStores();
        });
    }

    private void DefineAll(IEnumerable<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            if (locals.ContainsKey(node) || (node.Axes.IsEmpty && node.Operation != Operation.Constant))
                continue;
            if (node.Operation == Operation.Element)
                Define(node, $"TOrder.Load(frame, {names.Input(node.Name)}, at)");
            else if (node.Operation == Operation.SharedElement)
                Define(node, $"TOrder.LoadShared(frame, {names.Captured(node.Name)}, first)");
            else if (node.IsReduction)
                WriteInnerLoop(node, AxisSet.Of(AxisSet.Row));
            else if (rowUses.DeservesLocal(node) || ReferenceEquals(node, plan.Kept?.Value))
                Define(node, expressions.WriteDefinition(node));
        }
    }

    private void WriteUpdates(IEnumerable<Node> reductions)
    {
        foreach (Node reduction in reductions)
        {
            string name = names[reduction];
            string updated = Updated(reduction);
            // The register of the label is visited apart; any other index is asked for in each.
            writer.Line(reduction.Excluded switch
            {
                null => $"{name} = TOrder.Keep(frame, {updated}, {name}, first);",
                { } excluded when ReferenceEquals(excluded, plan.Label) => $"{name} = TOrder.KeepOthers(frame, {updated}, {name}, first, {expressions.Index(excluded)});",
                { } excluded => $"{name} = TOrder.Keep(frame, V.Select(V.IndexEqual(TOrder.Classes(first), {expressions.Index(excluded)}), {name}, {updated}), {name}, first);",
            });
        }
    }

    private void WriteStores()
    {
        if (writesKept)
            writer.Line($"TOrder.Store(frame, {names[plan.Kept!.Value]}, {names.Gradient(plan.Kept.Input)}, at);");
        foreach (RowStore store in Pass.Stores)
            writer.Line($"TOrder.Store(frame, {expressions.Write(store.Value)}, {names.Gradient(store.Input)}, at);");
    }

    // A reduction within the row: a loop over all classes, for each class of the register.
    private void WriteInnerLoop(Node reduction, AxisSet scope)
    {
        string name = names[reduction];
        string axis = FormulaPrinter.AxisName(reduction.Axis);
        AxisSet inner = scope | AxisSet.Of(reduction.Axis);
        var innerUses = new UseCounts([reduction.First], node => node.Axes.Contains(reduction.Axis) && inner.ContainsAll(node.Axes), visitsOutside: true);
        writer.Line($"V {name} = {Start(reduction)};");
        writer.Open($"for (nint {axis} = 0; {axis} < frame.Classes; {axis}++)");
        Node[] before = [.. locals.Keys];
        foreach (Node node in innerUses.Nodes.Where(node => !locals.ContainsKey(node)))
        {
            if (node.Operation == Operation.Element)
                Define(node, $"TOrder.At({names.Input(node.Name)}, {axis} * frame.ClassStride)");
            else if (node.Operation == Operation.SharedElement)
                Define(node, $"TOrder.SharedAt({names.Captured(node.Name)}, {axis})");
            else if (node.IsReduction)
                WriteInnerLoop(node, inner);
            else if (innerUses.DeservesLocal(node))
                Define(node, expressions.WriteDefinition(node));
        }
        string updated = Updated(reduction);
        writer.Line(reduction.Excluded is { } excluded
            ? $"{name} = V.Select(V.IndexEqual(V.CreateIndex((int){axis}), {expressions.Index(excluded)}), {name}, {updated});"
            : $"{name} = {updated};");
        writer.Close();
        foreach (Node node in locals.Keys.Except(before).ToArray())
            locals.Remove(node);
        locals[reduction] = name;
    }

    private string Updated(Node reduction)
    {
        string name = names[reduction];
        string body = expressions.Write(reduction.First);
        if (reduction.Operation != Operation.Sum)
            return $"V.{reduction.Operation}({name}, {body})";
        return reduction.First.Operation == Operation.Add ? $"{name} + ({body})" : $"{name} + {body}";
    }

    private void Define(Node node, string expression)
    {
        locals[node] = names[node];
        writer.Line($"V {names[node]} = {expression};");
    }

    // The body of a loop over pairs is a scope of its own; a kept row is read, not computed.
    private static bool IsComputedHere(Node node) => node.Axes == AxisSet.Of(AxisSet.Row);

    private bool IsGiven(Node node) => readsKept && ReferenceEquals(node, plan.Kept!.Value);

    private IEnumerable<Node> AllNodes() => rowNodes.Concat(Pass.Reductions);

    private static IEnumerable<Node> PerSampleOperands(Node node) =>
        node.Operands.Where((operand, position) => operand.Axes.IsEmpty && !Positions.IsIndexOperand(node, position))
            .Select(operand => operand.Operation == Operation.Negate ? operand.First : operand);

    private static bool IsPassedIn(Node node) => node.Operation is not (Operation.Constant or Operation.Truth);

    private IEnumerable<string> Rows() => source.RealInputs
        .Where(input => input.Kind.IsRow && AllNodes().Any(node => node.Operation == Operation.Element && node.Name == input.Name))
        .Select(input => names.Input(input.Name));

    private IEnumerable<string> GradientRows()
    {
        IEnumerable<int> inputs = Pass.Stores.Select(store => store.Input);
        if (writesKept || readsKept)
            inputs = inputs.Append(plan.Kept!.Input);
        return inputs.Distinct().OrderBy(input => input).Select(names.Gradient);
    }

    private IEnumerable<string> SharedRows() => source.SharedRows
        .Where(row => AllNodes().Any(node => node.Operation == Operation.SharedElement && node.Name == row))
        .Select(names.Captured);

    private IEnumerable<string> Indices() => source.IntegerInputs.Select(input => input.Name).Where(NeedsIndex).Select(names.Index);

    private string Parameters() => string.Concat(
        Rows().Select(row => $", Pointer<T> {row}")
            .Concat(GradientRows().Select(row => $", Pointer<T> {row}"))
            .Concat(SharedRows().Select(row => $", ReadOnlySpan<double> {row}"))
            .Concat(Indices().Select(index => $", V {index}"))
            .Concat(SampleOperands.Select(node => $", V {names[node]}"))
            .Concat(Pass.Reductions.Select(reduction => $", ref V {names.Lanes(reduction)}")));
}
