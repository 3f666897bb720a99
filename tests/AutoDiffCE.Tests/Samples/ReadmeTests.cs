namespace AutoDiffCE.Tests.Samples;

public class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run -c Release --project samples/Quickstart")]
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

    private static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root(), path));

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "AutoDiffCE.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
