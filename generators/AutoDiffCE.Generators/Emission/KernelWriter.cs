using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes one kernel: a struct with what the batch shares, and a method for each plan.</summary>
internal sealed class KernelWriter
{
    public const string LaneConstraints =
        "where V : struct, ILanes<V, T>\nwhere T : unmanaged, IBinaryFloatingPointIeee754<T>\nwhere TOrder : struct, ILoopOrder<V, T>";

    private readonly SourceWriter writer;
    private readonly KernelSource source;
    private readonly NameTable names;
    private readonly Dictionary<Node, string> shared = [];

    public KernelWriter(SourceWriter writer, KernelSource source)
    {
        this.writer = writer;
        this.source = source;
        names = new NameTable(source.Hints, NameTable.KernelWords
            .Concat(source.Inputs.SelectMany(input => new[] { NameTable.InKernel(input.Name), input.GradientName, input.Name + "Index" }))
            .Concat(source.HyperParameters.Where(parameter => parameter.IsRow).Select(parameter => NameTable.InKernel(parameter.Name))));
        foreach (Node scalar in TopologicalOrder.FromLeaves(source.ValuesAndGradient.Roots).Where(node => node.Operation == Operation.Scalar))
            names.Fix(scalar, NameTable.InKernel(scalar.Name));
        foreach (Node node in SharedScalars.In(source.Values).Concat(SharedScalars.In(source.ValuesAndGradient)))
        {
            if (!shared.ContainsKey(node))
                shared[node] = names[node];
        }
    }

    public void Write()
    {
        writer.Line("/// <summary>" + DocumentationText.Escape(source.Summary) + "</summary>");
        foreach (string line in source.Notes.ValueAndGradient)
            writer.Line("// " + line);
        writer.Open("file struct " + source.Name + " : IKernel");
        WriteShape();
        WriteFields();
        WritePrepare();
        var library = new PassLibrary();
        new PlanWriter(writer, source, source.Values, "Values", names, shared, library).Write();
        writer.Line();
        new PlanWriter(writer, source, source.ValuesAndGradient, "ValuesAndGradient", names, shared, library).Write();
        library.Write(writer);
        writer.Close();
    }

    private void WriteShape()
    {
        writer.Line("/// <summary>What a driver must know.</summary>");
        writer.Open("public static readonly KernelShape Shape = new()");
        writer.Open("Inputs = new KernelInput[]");
        foreach (FormulaInput input in source.RealInputs)
            WriteInput(input);
        writer.Close(",");
        if (source.IntegerInputs.Length > 0)
        {
            writer.Line("Labels = new[] { " + string.Join(", ", source.IntegerInputs.Select(input => "\"" + input.Name + "\"")) + " },");
            string flags = string.Join(", ", source.IntegerInputs.Select(input => input.Kind == InputKind.Label ? "true" : "false"));
            writer.Line($"IsClassIndex = new[] {{ {flags} }},");
            writer.Line("LabelRole = LabelRole." + source.LabelRole + ",");
        }
        int minimum = MinimumClasses();
        if (minimum > 1)
            writer.Line("MinimumClasses = " + minimum.ToString(CultureInfo.InvariantCulture) + ",");
        if (source.ValuesAndGradient.IsSafeInPlace)
            writer.Line("IsSafeInPlace = true,");
        if (source.MeanOverSamples)
            writer.Line("MeanOverSamples = true,");
        writer.Close(";");
    }

    private void WriteInput(FormulaInput input)
    {
        string isDifferentiable = input.IsDifferentiable ? "true" : "false";
        string gradient = input.GradientName == input.Name + "Gradient" ? "" : $" {{ GradientName = \"{input.GradientName}\" }}";
        writer.Line($"new(\"{input.Name}\", KernelInputKind.{input.Kind}, {isDifferentiable}){gradient},");
    }

    private void WriteFields()
    {
        foreach (HyperParameter parameter in source.HyperParameters)
        {
            writer.Line();
            writer.Line($"internal {(parameter.IsRow ? parameter.IsArray ? "double[]" : "Row" : "double")} {NameTable.Identifier(parameter.Name)};");
        }
        foreach (Node node in shared.Keys.Where(node => node.Operation != Operation.HyperParameter))
        {
            writer.Line();
            writer.Line($"/// <summary>{DocumentationText.Escape(FormulaPrinter.Print(node))}</summary>");
            writer.Line($"private double {shared[node]};");
        }
    }

    private void WritePrepare()
    {
        writer.Line();
        writer.Line("/// <summary>Computes what all samples share.</summary>");
        writer.Open("public void Prepare(int classes)");
        foreach (HyperParameter row in source.HyperParameters.Where(parameter => parameter.IsRow && !source.OptionalRows.Contains(parameter.Name)))
            writer.Line($"SharedRow.Check{(row.IsOptional ? "IfAny" : "")}(\"{row.Name}\", this.{NameTable.Identifier(row.Name)}.AsSpan().Length, classes);");

        Dictionary<Node, string> known = [];
        var expressions = new SharedExpressions(known);
        foreach (Node node in shared.Keys.Where(node => node.Operation != Operation.HyperParameter).OrderBy(node => node.Id))
        {
            if (node.IsReduction)
                WriteSharedReduction(node, expressions);
            else
                writer.Line($"this.{shared[node]} = {expressions.WriteDefinition(node)};");
            known[node] = "this." + shared[node];
        }
        writer.Close();
        writer.Line();
    }

    private void WriteSharedReduction(Node node, SharedExpressions expressions)
    {
        string field = "this." + shared[node];
        string body = expressions.Write(node.First);
        string term = expressions.WriteTerm(node.First);
        switch (node.Operation)
        {
            case Operation.Sum:
                WriteSharedLoop(node, expressions, field, "0", $"{field} + {term}");
                break;
            case Operation.Min:
                WriteSharedLoop(node, expressions, field, "double.PositiveInfinity", $"LossMath.Min({field}, {body})");
                break;
            case Operation.Max:
                WriteSharedLoop(node, expressions, field, "double.NegativeInfinity", $"LossMath.Max({field}, {body})");
                break;
            case Operation.Norm:
                WriteSharedLoop(node, expressions, field, "0", $"double.Hypot({field}, {body})");
                break;
            default:
                string pivot = names.Unique("pivot");
                WriteSharedLoop(node, expressions, field, "double.NegativeInfinity", $"LossMath.Max({field}, {body})");
                writer.Line($"double {pivot} = Strong.Pivot({field});");
                WriteSharedLoop(node, expressions, field, "0", $"{field} + Math.Exp({term} - {pivot})");
                writer.Line($"{field} = {pivot} + Math.Log({field});");
                break;
        }
    }

    private void WriteSharedLoop(Node node, SharedExpressions expressions, string field, string start, string update)
    {
        string axis = FormulaPrinter.AxisName(node.Axis);
        writer.Line(field + " = " + start + ";");
        writer.Open($"for (int {axis} = 0; {axis} < classes; {axis}++)");
        if (node.Excluded is { } excluded)
            writer.Line($"if ({axis} == {SharedExpressions.Position(excluded)}) continue;");
        writer.Line($"{field} = {update};");
        writer.Close();
    }

    private int MinimumClasses() => 1 + TopologicalOrder.FromLeaves([source.Values.Value])
        .Where(node => node.Operation is Operation.Element or Operation.SharedElement)
        .Select(node => node.First.Operation switch
        {
            Operation.Constant => (int)node.First.Value,
            // row[^n] needs n classes
            Operation.Add => (int)-node.First.Operands.Where(term => term.Operation == Operation.Constant).Sum(term => term.Value) - 1,
            _ => 0,
        })
        .DefaultIfEmpty(0)
        .Max();
}
