using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes one pass: a method that contains its loop, so that the whole of it stays in registers.</summary>
/// <param name="source">The kernel.</param>
/// <param name="program">The pass.</param>
/// <param name="names">The names of the kernel.</param>
/// <param name="library">Takes the passes.</param>
internal sealed class PassWriter(CompiledKernel source, PassProgram program, NameTable names, PassLibrary library)
{
    private readonly SourceWriter writer = new();

    /// <summary>What the caller hands over, after the frame and the sweep.</summary>
    public string Arguments(IReadOnlyDictionary<Node, string> callerLocals) => string.Concat(
        Rows().Select(row => ", " + row)
            .Concat(GradientRows().Select(row => ", " + row))
            .Concat(SharedRows().Select(row => ", " + row))
            .Concat(Indices().Select(index => ", " + index))
            .Concat(program.Operands.Select(node => ", " + callerLocals[node]))
            .Concat(program.Pass.Reductions.Select(reduction => $", ref {names.Lanes(reduction)}")));

    /// <summary>The text of the pass, from its parameters on: passes of the same text are one method.</summary>
    public string Render()
    {
        var statements = new StatementWriter(writer, source, names, library);
        foreach (Node operand in program.Operands)
            statements.Give(operand);
        string comment = Comment();
        writer.Line($"<V, T, TOrder{(program.HasGoal ? ", TGoal" : "")}>(in Frame<T> frame, Sweep sweep{Parameters()})");
        writer.Indent();
        writer.Line(KernelWriter.LaneConstraints + (program.HasGoal ? KernelWriter.GoalConstraint : ""));
        writer.Outdent();
        writer.Open();
        foreach (Node reduction in program.Pass.Reductions)
            writer.Line($"V {names[reduction]} = {names.Lanes(reduction)};");
        writer.Line("nint end = sweep.End, step = sweep.Step" + (program.Label is null ? ";" : ", hole = sweep.Hole;"));
        writer.Open("for (nint at = sweep.Start, first = at; at < end; at += step, first += TOrder.ClassStep(step))");
        if (program.Label is not null)
            writer.Line("if (at == hole)\n    continue;");
        statements.Write(program.Body);
        writer.Close();
        foreach (Node reduction in program.Pass.Reductions)
            writer.Line($"{names.Lanes(reduction)} = {names[reduction]};");
        writer.Close();
        return comment + "\0" + writer;
    }

    // What the pass computes, in terms of what it is given.
    private string Comment()
    {
        Dictionary<Node, string> known = program.Operands.ToDictionary(operand => operand, operand => names[operand]);
        List<string> lines = [];
        if (program.WritesKept)
        {
            Node kept = program.Kept!.Value;
            lines.Add($"{names[kept]} = {FormulaPrinter.Print(kept, known)}, which waits in {names.Gradient(program.Kept.Input)}");
            known[kept] = names[kept];
        }
        if (program.ReadsKept)
            known[program.Kept!.Value] = names.Gradient(program.Kept.Input) + "[i]";
        lines.AddRange(program.Pass.Reductions.Select(reduction => $"{names[reduction]} = {FormulaPrinter.Print(reduction, known)}"));
        lines.AddRange(program.Pass.Stores.Select(store =>
            $"{names.Gradient(store.Input)}[i] = {FormulaPrinter.Print(store.Value, known)}" + (store.AtLabel is null ? "" : ", but at the label")));
        return string.Join("\n", lines.Select(line => "// " + line));
    }

    private IEnumerable<string> Rows() => program.Rows.Select(input => names.Input(source.RealInputs[input].Name));

    private IEnumerable<string> GradientRows() => program.GradientRows.Select(names.Gradient);

    private IEnumerable<string> SharedRows() => program.SharedRows.Select(names.Captured);

    private IEnumerable<string> Indices() => program.Indices.Select(names.Index);

    private string Parameters() => string.Concat(
        Rows().Select(row => $", Pointer<T> {row}")
            .Concat(GradientRows().Select(row => $", Pointer<T> {row}"))
            .Concat(SharedRows().Select(row => $", ReadOnlySpan<double> {row}"))
            .Concat(Indices().Select(index => $", V {index}"))
            .Concat(program.Operands.Select(node => $", V {names[node]}"))
            .Concat(program.Pass.Reductions.Select(reduction => $", ref V {names.Lanes(reduction)}")));
}
