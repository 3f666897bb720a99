using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;

namespace AutoDiffCE.Generators.Tests.Programs;

/// <summary>
/// A second printer of programs: plain C# on numbers of type double, a sample at a time, one loop for each sweep. What it does not print, a program does not
/// need: no register, no frame, no order.
/// </summary>
internal sealed class ScalarPrinter
{
    private readonly SourceWriter writer = new();
    private readonly CompiledKernel source;
    private readonly NameTable names;
    private readonly Dictionary<Node, string> locals = [];
    private readonly SharedExpressions expressions;

    private ScalarPrinter(CompiledKernel source)
    {
        this.source = source;
        names = new NameTable(source);
        expressions = new SharedExpressions(locals, name => name);
    }

    /// <summary>A method that takes the inputs, what all samples share, and memory for the value and the gradients.</summary>
    public static string Print(string method, CompiledKernel source, KernelProgram program)
    {
        var printer = new ScalarPrinter(source);
        printer.writer.Open(
            $"public static void {method}(int classes, double[][] reals, int[] labels, double upstreamOfSample, double[] scalars, double[][] rows, bool hasGradient, double[] results, double[][] gradients)");
        for (int index = 0; index < program.SharedScalars.Length; index++)
            printer.Define(program.SharedScalars[index], $"scalars[{Number(index)}]" + (program.SharedScalars[index].Kind == ValueKind.Boolean ? " != 0" : ""));
        for (int index = 0; index < program.SharedRows.Length; index++)
            printer.writer.Line($"double[] {printer.names.Captured(program.SharedRows[index])} = rows[{Number(index)}];");
        printer.Write(program.Body);
        printer.writer.Close();
        return printer.writer.ToString();
    }

    private void Write(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
            Write(statement);
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case LocateRow row:
                writer.Line($"double[] {names.Input(source.RealInputs[row.Input].Name)} = reals[{Number(row.Input)}];");
                break;
            case LocateGradient row:
                writer.Line($"double[] {names.Gradient(row.Input)} = gradients[{Number(row.Input)}];");
                break;
            case LocateLabel label:
                writer.Line($"int {names.Input(source.IntegerInputs[label.Label].Name)} = labels[{Number(label.Label)}];");
                break;
            case LoadIndex:
                break;
            case Load load:
                Define(load.Node, Access(load.Node));
                break;
            case LoadKept kept:
                Define(kept.Node, $"{names.Gradient(kept.Input)}[{FormulaPrinter.AxisName(AxisSet.Row)}]");
                break;
            case Let let:
                Define(let.Node, Expression(let.Node, isDefinition: true));
                break;
            case Reduce sweep:
                Write(sweep.Operands);
                WriteLoop(AxisSet.Row, sweep.Pass.Body, sweep.Pass.Pass.Reductions);
                break;
            case Loop loop:
                WriteLoop(loop.Reduction.Axis, loop.Body, [loop.Reduction]);
                break;
            case Accumulate { Reduction: var reduction }:
                string isThere = reduction.Excluded is { } excluded ? $"if ({FormulaPrinter.AxisName(reduction.Axis)} != {Index(excluded)}) " : "";
                writer.Line($"{isThere}{names[reduction]} = {Joined(reduction)};");
                break;
            case WhenGradient goal:
                Nested("if (hasGradient)", () => Write(goal.Body));
                break;
            case StoreValue store:
                writer.Line($"results[0] = {Expression(store.Value)};");
                break;
            case StoreScalar store:
                writer.Line($"gradients[{Number(store.Input)}][0] = {Expression(store.Value)};");
                break;
            case StoreElement store:
                writer.Line($"{names.Gradient(store.Input)}[{FormulaPrinter.AxisName(AxisSet.Row)}] = {Expression(store.Value)};");
                break;
            case StoreAtLabel store:
                writer.Line($"{names.Gradient(store.Input)}[{Index(store.Label)}] = {Expression(store.Value)};");
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} has no text.");
        }
    }

    private void WriteLoop(int axis, ImmutableArray<Statement> body, ImmutableArray<Node> reductions)
    {
        foreach (Node reduction in reductions)
        {
            string start = reduction.Operation switch { Operation.Max => "double.NegativeInfinity", Operation.Min => "double.PositiveInfinity", _ => "0" };
            writer.Line($"double {names[reduction]} = {start};");
        }
        string name = FormulaPrinter.AxisName(axis);
        Nested($"for (int {name} = 0; {name} < classes; {name}++)", () => Write(body));
        foreach (Node reduction in reductions)
            locals[reduction] = names[reduction];
    }

    // Registers pass over NaN in an extremum.
    private string Joined(Node reduction)
    {
        string body = Expression(reduction.First);
        return reduction.Operation == Operation.Sum
            ? $"{names[reduction]} + ({body})"
            : $"double.{reduction.Operation}Number({names[reduction]}, {body})";
    }

    private string Access(Node node) => node.Operation switch
    {
        Operation.Label => names.Input(node.Name),
        Operation.Scalar when node.Name == KernelProgram.Upstream => "upstreamOfSample",
        Operation.Scalar => $"reals[{Number(source.RealInputs.Select(input => input.Name).ToList().IndexOf(node.Name))}][0]",
        Operation.SharedElement => $"{names.Captured(node.Name)}[{Within(node.First)}]",
        _ => $"{names.Input(node.Name)}[{Within(node.First)}]",
    };

    // A register reads both sides of a condition, so a position that is guarded by one may lie beyond the row.
    private string Within(Node index) => index.Operation is Operation.Index or Operation.Label ? Index(index) : $"Math.Clamp({Index(index)}, 0, classes - 1)";

    private string Index(Node index) => index.Operation == Operation.Label ? names.Input(index.Name) : SharedExpressions.Position(index);

    // Labels are compared with places; what all samples share has none.
    private string Expression(Node node, bool isDefinition = false)
    {
        foreach (Node comparison in TopologicalOrder.FromLeaves([node]).Where(part => part.Operation == Operation.Equal && Positions.AreIndices(part)))
        {
            if (!locals.ContainsKey(comparison))
                locals[comparison] = $"({Index(comparison.First)} == {Index(comparison.Second)})";
        }
        return isDefinition && !locals.ContainsKey(node) ? expressions.WriteDefinition(node) : expressions.Write(node);
    }

    private void Define(Node node, string expression)
    {
        locals[node] = names[node];
        writer.Line($"{(node.Kind == ValueKind.Boolean ? "bool" : "double")} {names[node]} = {expression};");
    }

    private void Nested(string head, Action write)
    {
        KeyValuePair<Node, string>[] before = [.. locals];
        writer.Open(head);
        write();
        writer.Close();
        locals.Clear();
        foreach ((Node node, string name) in before)
            locals.Add(node, name);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
