using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// Writes the method that computes what all samples share, once per call and in double: numbers into fields, rows into memory that the driver lends.
/// What is used more than once, or is a loop, has a local where it is first needed.
/// </summary>
internal sealed class PrepareWriter
{
    private readonly SourceWriter writer;
    private readonly CompiledKernel source;
    private readonly NameTable names;
    private readonly IReadOnlyDictionary<Node, string> fields;
    private readonly Dictionary<Node, string> known = [];
    private readonly Dictionary<Node, int> uses = [];
    private readonly SharedExpressions expressions;

    /// <summary>Counts how often each expression is used.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="source">The kernel.</param>
    /// <param name="names">The names of its expressions.</param>
    /// <param name="fields">The field of each number or truth.</param>
    public PrepareWriter(SourceWriter writer, CompiledKernel source, NameTable names, IReadOnlyDictionary<Node, string> fields)
    {
        this.writer = writer;
        this.source = source;
        this.names = names;
        this.fields = fields;
        HashSet<string> optional = [.. source.HyperParameters.Where(IsOptional).Select(row => row.Name)];
        expressions = new SharedExpressions(
            known,
            name => "kernel." + names.Captured(name),
            (row, index) => optional.Contains(row) ? $"SharedRow.At({names.Captured(row)}, {Position(index)})" : $"{names.Captured(row)}[{Position(index)}]");
        foreach (Node operand in TopologicalOrder.FromLeaves(Roots).SelectMany(node => node.Operands))
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;
    }

    private IEnumerable<Node> Roots => Computed.Concat(source.ComputedRows.Select(row => row.Definition));

    // A hyper-parameter is its own field.
    private IEnumerable<Node> Computed => fields.Keys.Where(node => node.Operation != Operation.HyperParameter).OrderBy(node => node.Id);

    /// <summary>Whether samples share nothing that has to be checked or computed.</summary>
    public bool IsEmpty => !Checked.Any() && !Computed.Any() && source.ComputedRows.IsEmpty;

    private IEnumerable<HyperParameter> Checked =>
        source.HyperParameters.Where(parameter => parameter.IsRow && !source.OptionalRows.Contains(parameter.Name));

    public void Write()
    {
        writer.Line("/// <summary>Computes what all samples share.</summary>");
        writer.Open($"public static void Prepare(ref {source.Name} kernel, int classes, Memory<double> rows)");
        foreach (HyperParameter row in Checked)
            writer.Line($"SharedRow.Check{(row.IsOptional ? "IfAny" : "")}({SymbolDisplay.FormatLiteral(row.Spelling, quote: true)}, kernel.{names.Captured(row.Name)}.AsSpan().Length, classes);");
        HashSet<string> read = [.. TopologicalOrder.FromLeaves(Roots).Where(node => node.Operation == Operation.SharedElement).Select(node => node.Name)];
        foreach (HyperParameter row in source.HyperParameters.Where(row => row.IsRow && read.Contains(row.Name)))
            writer.Line($"ReadOnlySpan<double> {names.Captured(row.Name)} = kernel.{names.Captured(row.Name)}.AsSpan();");
        foreach (Node node in Computed)
            WriteField(node);
        if (!source.ComputedRows.IsEmpty)
            WriteRows();
        writer.Close();
        writer.Line();
    }

    private string Position(Node index) => FixedPositions.Within(index, SharedExpressions.Position(index), source.MinClasses, "classes");

    private bool IsOptional(HyperParameter row) => row.IsOptional || source.OptionalRows.Contains(row.Name);

    private void WriteField(Node node)
    {
        writer.Line($"kernel.{fields[node]} = {Value(node, AxisSet.None)};");
        known[node] = "kernel." + fields[node];
    }

    private void WriteRows()
    {
        for (int row = 0; row < source.ComputedRows.Length; row++)
        {
            string name = names.Captured(source.ComputedRows[row].Name);
            string start = row == 0 ? "0" : row == 1 ? "classes" : $"{row} * classes";
            writer.Line($"kernel.{name} = rows.Slice({start}, classes);");
            writer.Line($"Span<double> {name} = kernel.{name}.Span;");
        }
        AxisSet scope = AxisSet.Of(AxisSet.Row);
        foreach (ComputedRow row in source.ComputedRows)
            ComputeOutside(row.Definition, AxisSet.None);
        string axis = FormulaPrinter.AxisName(AxisSet.Row);
        writer.Open($"for (int {axis} = 0; {axis} < classes; {axis}++)");
        Node[] before = [.. known.Keys];
        foreach (ComputedRow row in source.ComputedRows)
        {
            string value = Value(row.Definition, scope);
            writer.Line($"{names.Captured(row.Name)}[{axis}] = {(row.Definition.Kind == ValueKind.Boolean ? value + " ? 1.0 : 0.0" : value)};");
        }
        writer.Close();
        Forget(before);
    }

    private string Value(Node node, AxisSet scope)
    {
        if (!known.ContainsKey(node))
            ComputeOperands(node, scope);
        if (node.IsReduction && !known.ContainsKey(node))
            WriteReduction(node, scope);
        return known.TryGetValue(node, out string? name) ? name : expressions.WriteDefinition(node);
    }

    // Writes the locals that an expression needs, in the scope of some loops. What is inside of a reduction belongs to its loop.
    private void Compute(Node node, AxisSet scope)
    {
        if (known.ContainsKey(node) || node.Operands.IsEmpty || node.Operation == Operation.SharedElement)
            return;
        ComputeOperands(node, scope);
        if (node.IsReduction)
            WriteReduction(node, scope);
        else if (uses.TryGetValue(node, out int count) && count > 1 && node.Operation != Operation.Negate)
            Define(node);
    }

    private void ComputeOperands(Node node, AxisSet scope)
    {
        if (node.IsReduction)
            return;
        for (int position = 0; position < node.Operands.Length; position++)
        {
            if (!Positions.IsIndexOperand(node, position))
                Compute(node.Operands[position], scope);
        }
    }

    // What does not vary along the loop that comes is computed before it.
    private void ComputeOutside(Node node, AxisSet scope)
    {
        if (known.ContainsKey(node))
            return;
        if (scope.ContainsAll(node.Axes) && node.Operation != Operation.Negate)
        {
            Compute(node, scope);
            if (!known.ContainsKey(node) && !node.Operands.IsEmpty && node.Operation != Operation.SharedElement)
                Define(node);
            return;
        }
        for (int position = 0; position < node.Operands.Length; position++)
        {
            if (!Positions.IsIndexOperand(node, position))
                ComputeOutside(node.Operands[position], scope);
        }
    }

    private void Define(Node node)
    {
        string expression = expressions.WriteDefinition(node);
        known[node] = names[node];
        writer.Line($"{(node.Kind == ValueKind.Boolean ? "bool" : "double")} {names[node]} = {expression};");
    }

    private void WriteReduction(Node node, AxisSet scope)
    {
        ComputeOutside(node.First, scope);
        string name = names[node];
        switch (node.Operation)
        {
            case Operation.Sum:
                WriteLoop(node, scope, "double " + name, "0", () => $"{name} += {expressions.Write(node.First)};");
                break;
            case Operation.Min:
                WriteLoop(node, scope, "double " + name, "double.PositiveInfinity", () => Extremum(node, "Min"));
                break;
            case Operation.Max:
                WriteLoop(node, scope, "double " + name, "double.NegativeInfinity", () => Extremum(node, "Max"));
                break;
            case Operation.Norm:
                WriteLoop(node, scope, "double " + name, "0", () => $"{name} = LossMath.Max({name}, global::System.Math.Abs({expressions.Write(node.First)}));");
                WriteSum(node, scope, "SharedNorm", names.Unique("squares"));
                break;
            case Operation.LogSumExp:
                WriteLoop(node, scope, "double " + name, "double.NegativeInfinity", () => Extremum(node, "Max"));
                WriteSum(node, scope, "SharedLogSumExp", names.Unique("exponentials"));
                break;
            default:
                throw new InvalidOperationException($"{node.Operation} is no reduction that all samples could share.");
        }
        known[node] = name;
    }

    // What is added up in the scale of the largest element.
    private void WriteSum(Node node, AxisSet scope, string type, string sum)
    {
        WriteLoop(node, scope, "var " + sum, $"new {type}({names[node]})", () => $"{sum}.Add({expressions.Write(node.First)});");
        writer.Line($"{names[node]} = {sum}.Value;");
    }

    private string Extremum(Node node, string function) => $"{names[node]} = LossMath.{function}({names[node]}, {expressions.Write(node.First)});";

    private void WriteLoop(Node node, AxisSet scope, string target, string start, Func<string> update)
    {
        string axis = FormulaPrinter.AxisName(node.Axis);
        writer.Line(target + " = " + start + ";");
        writer.Open($"for (int {axis} = 0; {axis} < classes; {axis}++)");
        if (node.Excluded is { } excluded)
            writer.Line($"if ({axis} == {SharedExpressions.Position(excluded)}) continue;");
        Node[] before = [.. known.Keys];
        Compute(node.First, scope | AxisSet.Of(node.Axis));
        writer.Line(update());
        writer.Close();
        Forget(before);
    }

    // Locals end with their loop.
    private void Forget(Node[] before)
    {
        foreach (Node node in known.Keys.Except(before).ToArray())
            known.Remove(node);
    }
}
