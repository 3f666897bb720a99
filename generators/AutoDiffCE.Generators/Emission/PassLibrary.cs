using System.Globalization;

namespace AutoDiffCE.Generators.Emission;

/// <summary>The passes of a kernel, each distinct text once: value and gradient often begin alike.</summary>
internal sealed class PassLibrary(NameTable names)
{
    private readonly List<string> texts = [];
    private readonly List<string> methods = [];

    /// <summary>The name of the method that holds a pass.</summary>
    public string NameOf(PassWriter pass)
    {
        string text = pass.Render();
        if (!texts.Contains(text))
        {
            texts.Add(text);
            methods.Add(names.Unique("Pass" + texts.Count.ToString(CultureInfo.InvariantCulture)));
        }
        return methods[texts.IndexOf(text)];
    }

    public void Write(SourceWriter writer)
    {
        for (int index = 0; index < texts.Count; index++)
        {
            string[] parts = texts[index].Split('\0');
            writer.Line();
            writer.Line(parts[0]);
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            writer.Line("private static void " + methods[index] + parts[1].TrimEnd('\n'));
        }
    }
}
