using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Programs;

namespace AutoDiffCE.Generators.Emission;

/// <summary>The passes of all kernels of a file, each distinct text once: kernels often begin alike. They are named after what they compute.</summary>
internal sealed class PassLibrary
{
    /// <summary>The class that holds them.</summary>
    public const string ClassName = "Passes";

    private readonly List<string> texts = [];
    private readonly List<string> methods = [];
    private readonly HashSet<string> taken = [ClassName];

    /// <summary>The method that holds the text of a pass, with its class.</summary>
    public string NameOf(PassProgram pass, string text)
    {
        if (!texts.Contains(text))
        {
            texts.Add(text);
            methods.Add(Unique(NameOf(pass)));
        }
        return $"{ClassName}.{methods[texts.IndexOf(text)]}";
    }

    public void Write(SourceWriter writer)
    {
        if (texts.Count == 0)
            return;
        writer.Line();
        writer.Line("/// <summary>The sweeps over the classes of a row.</summary>");
        writer.Open($"file static class {ClassName}");
        for (int index = 0; index < texts.Count; index++)
        {
            string[] parts = texts[index].Split('\0');
            if (index > 0)
                writer.Line();
            writer.Line(parts[0]);
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            writer.Line("public static void " + methods[index] + parts[1].TrimEnd('\n'));
        }
        writer.Close();
    }

    private string Unique(string name)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private static string NameOf(PassProgram pass)
    {
        string[] parts =
        [
            .. pass.Pass.Reductions.Select(NameOf).Distinct(),
            .. pass.WritesKept ? new[] { "Keep" } : [],
            .. pass.Pass.Stores.IsEmpty ? [] : new[] { "WriteGradient" },
        ];
        return string.Join("And", parts.Take(3));
    }

    private static string NameOf(Node reduction) => reduction.Operation switch
    {
        Operation.Max => "FindMax",
        Operation.Min => "FindMin",
        _ when reduction.First.Is(Functions.Exp) => "SumExponentials",
        _ => "Sum",
    };
}
