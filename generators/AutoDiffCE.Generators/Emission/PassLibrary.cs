using System.Globalization;

namespace AutoDiffCE.Generators.Emission;

/// <summary>The passes of a kernel, each distinct text once: value and gradient often begin alike.</summary>
internal sealed class PassLibrary
{
    private readonly List<string> texts = [];

    /// <summary>The name of the method that holds a pass.</summary>
    public string NameOf(PassWriter pass)
    {
        string text = pass.Render();
        if (!texts.Contains(text))
            texts.Add(text);
        return Name(texts.IndexOf(text));
    }

    public void Write(SourceWriter writer)
    {
        for (int index = 0; index < texts.Count; index++)
        {
            string[] parts = texts[index].Split('\0');
            writer.Line();
            writer.Line(parts[0]);
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
            writer.Line("private static void " + Name(index) + parts[1].TrimEnd('\n'));
        }
    }

    private static string Name(int index) => "Pass" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
