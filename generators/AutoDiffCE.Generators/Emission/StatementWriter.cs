using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes the statements of one method over registers.</summary>
/// <param name="writer">Takes the text.</param>
/// <param name="source">The kernel.</param>
/// <param name="names">The names of the kernel.</param>
/// <param name="library">Takes the passes that the statements call.</param>
internal sealed class StatementWriter(SourceWriter writer, CompiledKernel source, NameTable names, PassLibrary library)
{
    // What has a local in the method that is being written.
    private readonly Dictionary<Node, string> locals = [];

    private LaneExpressions Expressions => field ??= new LaneExpressions(locals, names);

    /// <summary>What has a name from the beginning.</summary>
    public void Give(Node node) => locals[node] = names[node];

    public void Define(Node node, string expression)
    {
        locals[node] = names[node];
        writer.Line($"V {names[node]} = {expression};");
    }

    public void Write(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
            Write(statement);
    }

    /// <summary>A sweep, after what it is given.</summary>
    public void Write(Reduce sweep)
    {
        PassProgram pass = sweep.Pass;
        Write(sweep.Operands);
        foreach (Node reduction in pass.Pass.Reductions)
            writer.Line($"V {names.Lanes(reduction)} = {Start(reduction)};");

        string label = pass.Label is null ? "" : names.Input(pass.Label.Name);
        string whole = pass.Label is null ? "TOrder.Whole(frame)" : $"TOrder.WholeWithoutLabel(frame, {label})";
        string rest = pass.Label is null ? "TOrder.Rest(frame)" : $"TOrder.RestWithLabel(frame, {label})";
        var passWriter = new PassWriter(source, pass, names, library);
        string name = library.NameOf(pass, passWriter.Render());
        string goal = pass.HasGoal ? ", TGoal" : "";
        string arguments = passWriter.Arguments(locals);
        writer.Line($"{name}<V, T, TOrder{goal}>(frame, {whole}{arguments});");
        string restName = names.Rest(pass.Pass.Number);
        writer.Line($"if ({rest} is {{ Any: true }} {restName})");
        writer.Line($"    {name}<V, T, ClassRest<V, T>{goal}>(frame, {restName}{arguments});");
        foreach (Node reduction in pass.Pass.Reductions)
            Define(reduction, $"TOrder.{reduction.Operation}({names.Lanes(reduction)})");
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case LocateRow row:
                writer.Line($"Pointer<T> {Row(row.Input)} = frame.Row({Number(row.Input)}, sample);");
                break;
            case LocateGradient row:
                writer.Line($"Pointer<T> {names.Gradient(row.Input)} = frame.RowGradient({Number(row.Input)}, sample);");
                break;
            case LocateLabel label:
                writer.Line($"Pointer<int> {names.Input(source.IntegerInputs[label.Label].Name)} = frame.Labels[{Number(label.Label)}] + sample;");
                break;
            case LoadIndex index:
                writer.Line($"V {names.Index(index.Label)} = TOrder.LoadIndex({names.Input(index.Label)});");
                break;
            case Load load:
                Define(load.Node, Access(load.Node));
                break;
            case LoadKept kept:
                Define(kept.Node, $"TOrder.Load(frame, {names.Gradient(kept.Input)}, at)");
                break;
            case Let let:
                Define(let.Node, Expressions.WriteDefinition(let.Node));
                break;
            case Reduce sweep:
                Write(sweep);
                break;
            case Loop loop:
                Write(loop);
                break;
            case Accumulate term:
                Write(term);
                break;
            case WhenGradient goal:
                Node[] before = [.. locals.Keys];
                writer.Nested("if (TGoal.HasGradient)", () => Write(goal.Body));
                Forget(before);
                break;
            default:
                WriteStore(statement);
                break;
        }
    }

    private void WriteStore(Statement statement) => writer.Line(statement switch
    {
        StoreValue store => $"TOrder.StoreScalar({Expressions.Write(store.Value)}, frame.Values + sample);",
        StoreScalar store => $"TOrder.StoreScalar({Expressions.Write(store.Value)}, frame.Gradients[{Number(store.Input)}] + sample);",
        StoreElement store => $"TOrder.Store(frame, {Expressions.Write(store.Value)}, {names.Gradient(store.Input)}, at);",
        StoreAtLabel store =>
            $"TOrder.StoreAtLabel(frame, {Expressions.Write(store.Value)}, {names.Gradient(store.Input)}, {names.Input(store.Label.Name)});",
        _ => throw new InvalidOperationException($"{statement.GetType().Name} has no text."),
    });

    private void Write(Loop loop)
    {
        Node reduction = loop.Reduction;
        string axis = FormulaPrinter.AxisName(reduction.Axis);
        writer.Line($"V {names[reduction]} = {Start(reduction)};");
        writer.Open($"for (nint {axis} = 0; {axis} < frame.Classes; {axis}++)");
        Node[] before = [.. locals.Keys];
        Write(loop.Body);
        writer.Close();
        Forget(before);
        Give(reduction);
    }

    private void Write(Accumulate term)
    {
        Node reduction = term.Reduction;
        string name = names[reduction];
        string updated = Updated(reduction);
        writer.Line((reduction.Axes.IsEmpty, reduction.Excluded) switch
        {
            (true, null) => $"{name} = TOrder.Keep(frame, {updated}, {name}, first);",
            (true, { } excluded) when term.IsVisitedApart =>
                $"{name} = TOrder.KeepOthers(frame, {updated}, {name}, first, {Expressions.Index(excluded)});",
            (true, { } excluded) =>
                $"{name} = TOrder.Keep(frame, V.Select(V.IndexEqual(TOrder.Classes(first), {Expressions.Index(excluded)}), {name}, {updated}), {name}, first);",
            (false, null) => $"{name} = {updated};",
            (false, { } excluded) =>
                $"{name} = V.Select(V.IndexEqual(V.CreateIndex((int){FormulaPrinter.AxisName(reduction.Axis)}), {Expressions.Index(excluded)}), {name}, {updated});",
        });
    }

    private string Updated(Node reduction)
    {
        string name = names[reduction];
        string body = Expressions.Write(reduction.First);
        if (reduction.Operation != Operation.Sum)
            return $"V.{reduction.Operation}({name}, {body})";
        return reduction.First.Operation == Operation.Add ? $"{name} + ({body})" : $"{name} + {body}";
    }

    private static string Start(Node reduction) => reduction.Operation switch
    {
        Operation.Max => "V.Create(double.NegativeInfinity)",
        Operation.Min => "V.Create(double.PositiveInfinity)",
        _ => "V.Zero",
    };

    private string Access(Node node) => node.Operation switch
    {
        Operation.Label => $"TOrder.LoadInteger({names.Input(node.Name)})",
        Operation.Scalar when node.Name == KernelProgram.Upstream => "TOrder.LoadScalar(frame.Upstream + sample)",
        Operation.Scalar => $"TOrder.LoadScalar(frame.Inputs[{Number(Position(node.Name))}] + sample)",
        _ => Element(node, node.Operation == Operation.SharedElement),
    };

    private string Element(Node element, bool isShared)
    {
        string row = isShared ? names.Captured(element.Name) : names.Input(element.Name);
        Node index = element.First;
        switch (index.Operation)
        {
            case Operation.Index when index.Axis == AxisSet.Row:
                return isShared ? $"TOrder.LoadShared(frame, {row}, first)" : $"TOrder.Load(frame, {row}, at)";
            case Operation.Index:
                string axis = FormulaPrinter.AxisName(index.Axis);
                return isShared ? $"TOrder.SharedAt({row}, {axis})" : $"TOrder.At({row}, {axis} * frame.ClassStride)";
            case Operation.Label:
                string label = names.Input(index.Name);
                return isShared ? $"TOrder.SharedAtLabel({row}, {label})" : $"TOrder.AtLabel(frame, {row}, {label})";
            default:
                string position = FixedPositions.Within(index, SharedExpressions.Position(index, "frame.Classes"), source.MinClasses, "frame.Classes");
                return isShared ? $"TOrder.SharedAt({row}, {position})" : $"TOrder.At({row}, ({position}) * frame.ClassStride)";
        }
    }

    private int Position(string scalar) => source.RealInputs.Select(input => input.Name).ToList().IndexOf(scalar);

    private string Row(int input) => names.Input(source.RealInputs[input].Name);

    private void Forget(Node[] before)
    {
        foreach (Node node in locals.Keys.Except(before).ToArray())
            locals.Remove(node);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
