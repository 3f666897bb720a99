using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes the body of the method that runs a program over the samples of a frame, and its passes.</summary>
internal static class ProgramWriter
{
    public static void Write(
        SourceWriter writer, CompiledKernel source, KernelProgram program, NameTable names, IReadOnlyDictionary<Node, string> fields, PassLibrary library)
    {
        var statements = new StatementWriter(writer, source, names, library);
        foreach (Node node in program.SharedScalars)
            statements.Define(node, node.Kind == ValueKind.Boolean ? $"kernel.{fields[node]} ? V.Not(V.Zero) : V.Zero" : $"V.Create(kernel.{fields[node]})");
        foreach (string row in program.SharedRows)
        {
            bool isComputed = source.ComputedRows.Any(computed => computed.Name == row);
            writer.Line($"ReadOnlySpan<double> {names.Captured(row)} = kernel.{names.Captured(row)}.{(isComputed ? "Span" : "AsSpan()")};");
        }
        writer.Open("for (int sample = 0; sample < frame.Samples; sample += TOrder.SamplesPerStep)");
        bool isAfterSweep = false;
        foreach (Statement statement in program.Body)
        {
            // Sweeps stand apart.
            if (statement is Reduce || isAfterSweep)
                writer.Line();
            isAfterSweep = statement is Reduce;
            statements.Write([statement]);
        }
        writer.Close();
    }
}
