using System.Text;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Text with indentation, and with line ends that are the same on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes lines at the current depth; a text of several lines keeps its own relative indentation.</summary>
    public void Line(string lines = "")
    {
        Work.Step(lines.Length);
        foreach (string line in lines.Split('\n'))
        {
            if (line.Length > 0)
                text.Append(' ', depth * 4).Append(line);
            text.Append('\n');
        }
    }

    /// <summary>Writes a text at the current depth whose further lines are not ours to move: they may be part of a string.</summary>
    public void Verbatim(string lines)
    {
        Work.Step(lines.Length);
        text.Append(' ', depth * 4).Append(lines).Append('\n');
    }

    public void Open(string? header = null)
    {
        if (header is not null)
            Line(header);
        Line("{");
        depth++;
    }

    /// <summary>A statement that something else decides about, or several, which need braces then.</summary>
    public void Nested(string header, Action write)
    {
        Line(header);
        int brace = text.Length;
        Open();
        int start = text.Length;
        write();
        bool isOneLine = text.ToString(start, text.Length - start).Count(character => character == '\n') == 1;
        if (!isOneLine)
        {
            Close();
            return;
        }
        text.Remove(brace, start - brace);
        depth--;
    }

    public void Close(string suffix = "")
    {
        depth--;
        Line("}" + suffix);
    }

    public void Indent() => depth++;

    public void Outdent() => depth--;

    public override string ToString() => text.ToString();
}
