using System.Globalization;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes one kernel: a struct with what the batch shares, and a method for each plan.</summary>
internal sealed class KernelWriter
{
    public const string LaneConstraints =
        "where V : struct, ILanes<V, T> where T : unmanaged, IBinaryFloatingPointIeee754<T> where TOrder : struct, ILoopOrder<V, T>";

    public const string GoalConstraint = " where TGoal : struct, IKernelGoal";

    private readonly SourceWriter writer;
    private readonly CompiledKernel source;
    private readonly PassLibrary library;
    private readonly NameTable names;
    private readonly KernelCode code;
    private readonly Dictionary<Node, string> shared = [];

    public KernelWriter(SourceWriter writer, CompiledKernel source, PassLibrary library)
    {
        this.writer = writer;
        this.source = source;
        this.library = library;
        names = new NameTable(source);
        code = source.Code;
        foreach (Node node in code.SharedScalars)
            shared[node] = names[node];
    }

    public void Write()
    {
        writer.Line("/// <summary>" + DocumentationText.Escape(source.Summary) + "</summary>");
        foreach (string line in source.Notes.ValueAndGradient)
            writer.Line("// " + line);
        writer.Open($"file struct {source.Name} : IKernel<{source.Name}>");
        var prepare = new PrepareWriter(writer, source, names, shared);
        string[] conditions = ConditionsOfSingle();
        WriteShape(!prepare.IsEmpty || conditions.Length > 0);
        WriteFields();
        writer.Line();
        if (!prepare.IsEmpty)
            prepare.Write();
        WriteFitsSingle(conditions);
        WriteCapture();
        WriteRun();
        writer.Close();
    }

    private void WriteRun()
    {
        writer.Line("/// <summary>The value of each sample of a frame and, if it is asked for, the gradient.</summary>");
        WriteHeader("public", "Run<V, T, TOrder, TGoal>", LaneConstraints + GoalConstraint);
        if (code.Values is null)
        {
            ProgramWriter.Write(writer, source, code.ValuesAndGradient, names, shared, library);
            writer.Close();
            return;
        }
        writer.Line("if (TGoal.HasGradient)");
        writer.Line("    ValuesAndGradient<V, T, TOrder>(ref kernel, ref frame);");
        writer.Line("else");
        writer.Line("    Values<V, T, TOrder>(ref kernel, ref frame);");
        writer.Close();
        WriteAlone("Values", code.Values);
        WriteAlone("ValuesAndGradient", code.ValuesAndGradient);
    }

    // One of two texts, where they have too little in common.
    private void WriteAlone(string method, KernelProgram program)
    {
        writer.Line();
        WriteHeader("private", method + "<V, T, TOrder>", LaneConstraints);
        ProgramWriter.Write(writer, source, program, names, shared, library);
        writer.Close();
    }

    private void WriteHeader(string access, string method, string constraints)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"{access} static void {method}(ref {source.Name} kernel, ref Frame<T> frame)");
        writer.Indent();
        writer.Line(constraints);
        writer.Outdent();
        writer.Open();
    }

    private void WriteShape(bool isPrepared)
    {
        writer.Line("/// <summary>What a driver must know.</summary>");
        writer.Open("public static readonly KernelShape Shape = new()");
        writer.Line($"Inputs = [{string.Join(", ", source.RealInputs.Select(WriteInput))}],");
        if (source.IntegerInputs.Length > 0)
        {
            writer.Line("Labels = [" + string.Join(", ", source.IntegerInputs.Select(input => "\"" + input.Name + "\"")) + "],");
            string flags = string.Join(", ", source.IntegerInputs.Select(input => input.Kind.IsClassIndex ? "true" : "false"));
            writer.Line($"IsClassIndex = [{flags}],");
            if (source.IntegerInputs.Any(MayWiden))
            {
                string extra = string.Join(", ", source.IntegerInputs.Select(input => MayWiden(input) ? Numbers.Integer(input.ExtraClasses) : "-1"));
                writer.Line($"ExtraClasses = [{extra}],");
            }
            writer.Line($"LabelRole = {nameof(LabelRole)}.{source.LabelRole},");
        }
        if (isPrepared)
            writer.Line("IsPrepared = true,");
        if (source.ComputedRows.Length > 0)
            writer.Line($"ComputedRows = {source.ComputedRows.Length.ToString(CultureInfo.InvariantCulture)},");
        if (source.MinClasses > 1)
            writer.Line("MinClasses = " + source.MinClasses.ToString(CultureInfo.InvariantCulture) + ",");
        if (source.ValuesAndGradient.IsSafeInPlace)
            writer.Line("IsSafeInPlace = true,");
        if (source.MeanOverSamples)
            writer.Line("MeanOverSamples = true,");
        if (source.RowOut >= 0)
            writer.Line($"RowOut = {Numbers.Integer(source.RowOut)},");
        if (source.UpstreamRow >= 0)
            writer.Line($"UpstreamRow = {Numbers.Integer(source.UpstreamRow)},");
        if (source.Written.Length > 0)
            WriteFormula();
        writer.Close(";");
    }

    private void WriteFormula()
    {
        writer.Line("// As it was written, for the samples in which something overflows.");
        writer.Line($"Formula = \"{source.Written}\",");
        if (source.ChecksGradient)
            writer.Line("ChecksGradient = true,");
    }

    private void WriteCapture()
    {
        if (source.HyperParameters.IsEmpty || source.Written.Length == 0)
            return;
        string values = string.Join(", ", source.HyperParameters.Select(parameter => parameter.IsRow
            ? $"kernel.{names.Captured(parameter.Name)}.AsSpan().ToArray()"
            : $"new[] {{ kernel.{names.Captured(parameter.Name)} }}"));
        writer.Line("/// <summary>What the formula captures.</summary>");
        writer.Line($"public static global::AutoDiffCE.Exact.Captures Capture(ref {source.Name} kernel) => new({values});");
        writer.Line();
    }

    // Products and functions of what a user captures: it may fit where they do not. And what has become a term of a sum, which it takes digits from.
    private string[] ConditionsOfSingle()
    {
        Node[] captured = [.. shared.Keys.Where(node => node.Kind == ValueKind.Real && Search.Reaches(node, _ => true, IsOfUser))];
        return
        [
            .. captured.Where(node => Search.Reaches(node, _ => true, MayLeaveRange)).Select(node => $"Strong.FitsSingle(kernel.{shared[node]})"),
            .. captured.Where(source.JoinedTerms.Contains).Select(node => $"Strong.FitsTermOfSingle(kernel.{shared[node]})"),
        ];
    }

    private void WriteFitsSingle(string[] conditions)
    {
        if (conditions.Length == 0)
            return;
        writer.Line("/// <summary>Whether float holds what all samples share.</summary>");
        writer.Line($"public static bool FitsSingle(ref {source.Name} kernel) => {string.Join(" && ", conditions)};");
        writer.Line();
    }

    private static bool IsOfUser(Node node) => node.Operation is Operation.HyperParameter or Operation.SharedElement && !LiftedNames.Contains(node.Name);

    private static bool MayLeaveRange(Node node) => node.Operation == Operation.Call
        || (node.Operation is Operation.Multiply or Operation.Divide && node.Operands.Count(factor => factor.Operation != Operation.Constant) > 1);

    private static bool MayWiden(FormulaInput input) => input.Kind.IsClassIndex && !input.PicksElement;

    private static string WriteInput(FormulaInput input)
    {
        string isDifferentiable = input.IsDifferentiable ? "true" : "false";
        string gradient = input.GradientName == input.Name + "Gradient" ? "" : $" {{ GradientName = \"{input.GradientName}\" }}";
        return $"new(\"{input.Name}\", {nameof(KernelInputKind)}.{input.Kind.Layout}, {isDifferentiable}){gradient}";
    }

    private void WriteFields()
    {
        if (!source.HyperParameters.IsEmpty)
            writer.Line();
        foreach (HyperParameter parameter in source.HyperParameters)
            writer.Line($"internal {(parameter.IsRow ? parameter.IsArray ? "double[]" : "Row" : "double")} {names.Captured(parameter.Name)};");
        foreach (Node node in shared.Keys.Where(node => node.Operation != Operation.HyperParameter))
        {
            writer.Line();
            writer.Line($"/// <summary>{DocumentationText.Escape(FormulaPrinter.Print(node))}</summary>");
            writer.Line($"private {(node.Kind == ValueKind.Boolean ? "bool" : "double")} {shared[node]};");
        }
        foreach (ComputedRow row in source.ComputedRows)
        {
            writer.Line();
            writer.Line($"/// <summary>{DocumentationText.Escape(FormulaPrinter.Print(row.Definition))}</summary>");
            writer.Line($"private Memory<double> {names.Captured(row.Name)};");
        }
    }
}
