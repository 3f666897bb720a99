using System.Globalization;
using AutoDiffCE.Generators;
using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Running;

/// <summary>
/// Keeps what programs were compiled to. No register width and no switch of the runtime changes it, so that a program is compiled once and runs in
/// several processes.
/// </summary>
internal sealed class ImageFolder(string path, ulong seed)
{
    private const string Extension = ".dll";

    // An image of another compiler, or of another net, is never found.
    private static readonly string version = string.Concat(
        new[] { typeof(LossGenerator), typeof(ImageFolder) }.Select(type => type.Module.ModuleVersionId.ToString("N")[..8]));

    /// <summary>The image that holds all of the programs but those that were refused or did not compile; null if there is none.</summary>
    public byte[]? Find(IReadOnlyList<LossProgram> programs)
    {
        if (!Directory.Exists(path))
            return null;
        (int first, int last) = Range(programs);
        IEnumerable<string> files = Directory.EnumerateFiles(path, Prefix + "*" + Extension);
        return files.FirstOrDefault(file => Holds(file, first, last)) is { } found ? File.ReadAllBytes(found) : null;
    }

    public void Keep(IReadOnlyList<LossProgram> programs, byte[] image)
    {
        Directory.CreateDirectory(path);
        (int first, int last) = Range(programs);
        // Whole or not at all: another process may be reading.
        string written = Path.Combine(path, Path.GetRandomFileName());
        File.WriteAllBytes(written, image);
        File.Move(written, Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{first}-{last}{Extension}")), overwrite: true);
    }

    private string Prefix => string.Create(CultureInfo.InvariantCulture, $"{version}-{seed}-");

    private static (int First, int Last) Range(IReadOnlyList<LossProgram> programs) => (Net.Number(programs[0]), Net.Number(programs[^1]));

    private bool Holds(string file, int first, int last)
    {
        string[] ends = Path.GetFileNameWithoutExtension(file)[Prefix.Length..].Split('-');
        return int.Parse(ends[0], CultureInfo.InvariantCulture) <= first && last <= int.Parse(ends[1], CultureInfo.InvariantCulture);
    }
}
