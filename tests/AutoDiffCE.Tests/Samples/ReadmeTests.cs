namespace AutoDiffCE.Tests.Samples;

public class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run -c Release --project samples/Quickstart")]
    [InlineData("dotnet run -c Release --project samples/DigitClassifier")]
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
