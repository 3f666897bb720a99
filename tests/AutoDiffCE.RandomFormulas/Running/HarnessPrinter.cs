using System.Text;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>Writes the class that forwards to the members of a program, so that no call needs reflection.</summary>
internal static class HarnessPrinter
{
    private const string Space = "global::AutoDiffCE.RandomFormulas.Running.";

    public static string TypeName(LossProgram program) => Printer.Namespace + "." + program.Name + "Harness";

    public static string File(LossProgram program)
    {
        string type = Printer.Identifier(program.Name);
        var text = new StringBuilder($"#nullable enable\nnamespace {Printer.Namespace};\n\n");
        text.Append($"public sealed class {program.Name}Harness({Space}Settings settings) : {Space}ILossHarness\n{{\n");
        text.Append($"    private readonly {type} loss = {Creation(program, type)};\n\n    public object Loss => loss;\n\n");
        text.Append($"    public double[] Formula(double[][] reals, int[] wholes) => {Formula(program)};\n");
        foreach (string precision in new[] { "float", "double" })
        {
            string call = $"({Space}Call<{precision}> call)";
            Member(text, program, precision, "Value", call, "");
            Member(text, program, precision, "ValueAndGradient", call, Gradients(program));
            Member(text, program, "void", "Values", call, "call.Destination, ");
            Member(text, program, "void", "ValuesAndGradient", call, "call.Upstream, call.Destination, " + Gradients(program));
            Member(text, program, "void", "Backward", call, "call.Upstream, " + Gradients(program));
            Member(text, program, "global::AutoDiffCE.LossTotal", "Total", call, "");
        }
        return text.Append("}\n").ToString();
    }

    private static void Member(StringBuilder text, LossProgram program, string returns, string name, string call, string outputs)
    {
        // A map from rows to rows has no single value.
        bool exists = !program.GivesRow || name is "Values" or "Backward" or "ValuesAndGradient";
        string body = exists ? $"loss.{name}({Inputs(program)}{outputs}call.Options)" : "throw new global::System.NotSupportedException()";
        text.Append($"\n    public {returns} {name}{call} => {body};\n");
    }

    private static string Creation(LossProgram program, string type)
    {
        string arguments = string.Join(", ", Printer.ConstructorParameters(program).Select(Argument));
        string[] properties = [.. program.Captures
            .Where(capture => capture.Place == CapturePlace.Property)
            .Select(capture => $"{Printer.Identifier(capture.Name)} = {Argument(capture)}")];
        return $"new {type}({arguments}){(properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}")}";
    }

    private static string Argument(Capture capture) => $"settings.{capture.Sort}(\"{capture.Name}\")";

    private static string Formula(LossProgram program)
    {
        int reals = 0, wholes = 0;
        string arguments = string.Join(", ", program.Inputs.Select(input => input.Sort switch
        {
            Sort.Row => $"reals[{reals++}]",
            Sort.Real => $"reals[{reals++}][0]",
            _ => $"wholes[{wholes++}]",
        }));
        return program.GivesRow ? $"loss.Formula({arguments}).AsSpan().ToArray()" : $"[loss.Formula({arguments})]";
    }

    private static string Inputs(LossProgram program)
    {
        int reals = 0, wholes = 0;
        return string.Concat(program.Inputs.Select(input => input.Sort == Sort.Whole ? $"call.Wholes[{wholes++}], " : $"call.Reals[{reals++}], "));
    }

    private static string Gradients(LossProgram program) => string.Concat(program.Differentiated.Select((_, index) => $"call.Gradients[{index}], "));
}
