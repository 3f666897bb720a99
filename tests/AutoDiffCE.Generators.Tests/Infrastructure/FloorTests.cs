using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AutoDiffCE.Generators.Tests.Infrastructure;

/// <summary>The folders of the compiler are floors: each uses only what is stated here, and nothing uses a floor below it.</summary>
public partial class FloorTests
{
    // In reading order. What a floor may use stands above it, so that there is no ring.
    private static readonly (string Floor, string[] Uses)[] floors =
    [
        ("Formulas", []),
        ("Algebra", ["Formulas"]),
        ("Parsing", ["Formulas"]),
        ("Stability", ["Formulas", "Algebra"]),
        ("Calculus", ["Formulas", "Algebra"]),
        ("Labels", ["Formulas", "Algebra"]),
        ("Scheduling", ["Formulas", "Algebra", "Stability"]),
        ("Programs", ["Formulas", "Scheduling"]),
        ("Compiler", ["Formulas", "Algebra", "Parsing", "Stability", "Calculus", "Labels", "Scheduling", "Programs"]),
        ("Emission", ["Formulas", "Parsing", "Scheduling", "Programs", "Compiler"]),
        ("Diagnostics", ["Formulas", "Algebra", "Parsing", "Calculus", "Emission"]),
    ];

    public static TheoryData<string> Floors => [.. floors.Select(floor => floor.Floor)];

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_floor_uses_only_floors_above_it(string floor)
    {
        string[] allowed = floors.Single(other => other.Floor == floor).Uses;
        IEnumerable<string> used = Directory.GetFiles(Path.Combine(Root, floor), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Where(other => other != floor && !allowed.Contains(other));
        Assert.Empty(used);
    }

    [Fact]
    public void What_a_floor_may_use_stands_above_it()
    {
        for (int floor = 0; floor < floors.Length; floor++)
            Assert.All(floors[floor].Uses, used => Assert.InRange(Array.FindIndex(floors, other => other.Floor == used), 0, floor - 1));
    }

    [Fact]
    public void Every_folder_is_a_floor()
    {
        IEnumerable<string> folders = Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Where(folder => folder is not ("bin" or "obj"));
        Assert.Equal(floors.Select(floor => floor.Floor).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    private static string Root { get; } = Find();

    private static string Find([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "generators", "AutoDiffCE.Generators"));

    // A namespace that is imported, or written out.
    [GeneratedRegex(@"AutoDiffCE\.Generators\.([A-Z]\w+)")]
    private static partial Regex Use();
}
