using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>The hyper-parameters of a loss, for rows of a length.</summary>
public sealed class Settings
{
    private readonly Dictionary<string, Capture> captures;
    private readonly int classes;

    internal Settings(LossProgram program, int classes)
    {
        captures = program.Captures.ToDictionary(capture => capture.Name, StringComparer.Ordinal);
        this.classes = classes;
    }

    /// <summary>A double.</summary>
    public double Real(string name) => captures[name].Value;

    /// <summary>An int.</summary>
    public int Whole(string name) => (int)captures[name].Value;

    /// <summary>A bool.</summary>
    public bool Truth(string name) => captures[name].Value != 0;

    /// <summary>A row or an array.</summary>
    public double[] Row(string name) => captures[name].Row(classes);
}
