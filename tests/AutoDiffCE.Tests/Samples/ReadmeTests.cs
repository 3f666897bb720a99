using System.Reflection;
using System.Text.RegularExpressions;
using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Samples;

public partial class ReadmeTests
{
    public static TheoryData<string> Pages => ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "src/README.md", "generators/README.md", "samples/README.md", "tests/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        foreach (Match link in Link().Matches(string.Join('\n', Lines(page))))
        {
            if (link.Groups[1].Value.Contains("://", StringComparison.Ordinal))
                continue;
            string[] target = link.Groups[1].Value.Split('#');
            string path = target[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, target[0]);
            string full = Path.GetFullPath(Path.Combine(Root(), path));
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{page} links to {link.Groups[1].Value}, which is not there.");
            if (target.Length > 1)
                Assert.Contains(target[1], File.ReadAllLines(full).Where(line => line.StartsWith('#')).Select(Anchor));
        }
    }

    [Fact]
    public void The_readme_is_read_in_two_minutes() => Assert.InRange(Lines("README.md").Length, 50, 150);

    [Fact]
    public void The_page_of_the_language_names_every_function()
    {
        HashSet<string> words = [.. Word().Matches(string.Join('\n', Lines("generators/README.md"))).Select(word => word.Value)];
        Assert.Empty(typeof(LossMath).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Except(words));
    }

    [Fact]
    public void The_page_of_the_runtime_names_every_ready_made_loss()
    {
        HashSet<string> words = [.. Word().Matches(string.Join('\n', Lines("src/README.md"))).Select(word => word.Value)];
        Assert.Empty(typeof(CrossEntropyLoss).Assembly.GetExportedTypes().Select(type => type.Name).Except(words));
    }

    [Theory]
    [InlineData("dotnet run -c Release -v minimal --project samples/Quickstart")]
    [InlineData("dotnet run -c Release -v minimal --project samples/DigitClassifier")]
    [InlineData("dotnet test AutoDiffCE.sln -c Release")]
    public void What_the_readme_says_to_run_is_run_on_every_commit(string command)
    {
        Assert.Contains(command, Lines("README.md"));
        Assert.Contains(command, Lines(".ci/run"));
    }

    [Fact]
    public void The_formula_the_readme_starts_with_is_the_one_of_the_library()
    {
        const string formula = "    public double Formula(Row logits, int label) => -Log(Exp(logits[label]) / Sum(Exp(logits)));";
        Assert.Contains(formula, Lines("README.md"));
        Assert.Contains(formula, Lines("src/AutoDiffCE.Losses/CrossEntropyLoss.cs"));
    }

    [Fact]
    public void The_readme_quotes_the_head_of_the_generated_file_as_it_is()
    {
        string[] file = Lines("tests/AutoDiffCE.Generators.Tests/Emission/GeneratedSourceTests.Cross_entropy.verified.cs");
        string head = Words(file.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Select(line => line[2..]));
        head = head[head.IndexOf("The formula:", StringComparison.Ordinal)..];
        Assert.Contains("What it costs:", head, StringComparison.Ordinal);
        Assert.Contains(head, Words(Lines("README.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    // As pages are shown: lower case, hyphens for spaces, and nothing but letters, digits and hyphens.
    private static string Anchor(string heading) =>
        new([.. heading.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-').Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_')]);

    // Line breaks are the page's own business.
    private static string Words(IEnumerable<string> lines) =>
        string.Join(' ', lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root(), path));

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AutoDiffCE.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
