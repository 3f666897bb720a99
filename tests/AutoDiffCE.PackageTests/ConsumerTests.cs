using System.Text.RegularExpressions;

namespace AutoDiffCE.PackageTests;

[Collection(PackageUsers.Name)]
public partial class ConsumerTests(PackageFixture package)
{
    [Fact]
    public async Task The_strictest_project_builds_without_a_warning()
    {
        CommandResult result = await Build("Strict");
        Assert.Contains("0 Warning(s)", result.Succeeded().Lines);
    }

    [Fact]
    public async Task Misuse_fails_the_build_with_our_errors_alone()
    {
        CommandResult result = await Build("Misuse");
        string[] expected =
        [
            "IntegerDivision.cs(8,64): error ADCE008",
            "NotPartial.cs(6,21): error ADCE001",
            "Precision.cs(10,15): error ADCE007",
            "Precision.cs(11,16): error ADCE007",
        ];
        AssertFailed(expected, result);
    }

    // A loss in error would throw when it is called: no setting makes a build of it.
    [Fact]
    public async Task No_setting_of_a_project_hides_an_error()
    {
        string folder = package.CopyConsumer("Silenced");
        string[] expected = ["Distance.cs(13,28): error ADCE019", "Nothing.cs(9,17): error ADCE003", "Successor.cs(13,69): error ADCE010"];
        string[] settings = ["RunAnalyzers=true", "RunAnalyzers=false", "RunAnalyzersDuringBuild=false", "IsImplicitlyTriggeredBuild=true"];
        foreach (string setting in settings)
            AssertFailed(expected, await package.Run(folder, "build", "-c", "Release", PackageProperty, "-p:" + setting));

        string[] tooOld = ["Distance.cs(6,22): error ADCE018", "Nothing.cs(7,29): error ADCE018", "Successor.cs(10,29): error ADCE018"];
        CommandResult old = await package.Run(folder, "build", "-c", "Release", PackageProperty, "-p:LangVersion=11");
        AssertFailed([expected[0], .. tooOld], old);
    }

    [Fact]
    public async Task Losses_are_generated_where_the_package_comes_with_another_project()
    {
        string folder = package.CopyConsumer("Transitive");
        CommandResult result = await package.Run(folder, "run", "-c", "Release", "--project", "App", PackageProperty);
        Assert.Equal(["library 2.25, twice 4.5, app 4.5, gradient 3"], result.Succeeded().Lines);
    }

    [Fact]
    public async Task The_integration_tests_pass_against_the_package()
    {
        CommandResult result = await DotnetCommand.Run(
            Repository.Folder, null, "test", "tests/AutoDiffCE.IntegrationTests", "-c", "Release", PackageProperty,
            // One source, so that nobody else's package of that name is looked at; the test framework is at hand.
            "-p:RestoreSources=" + package.PackageFolder,
            "-p:RestoreFallbackFolders=" + Repository.SharedPackageFolder,
            "-p:RestorePackagesPath=" + package.ArtifactsFolder("restored"),
            "--artifacts-path", package.ArtifactsFolder("integration"));
        Assert.Contains("Failed:     0", result.Succeeded().Output, StringComparison.Ordinal);
    }

    private string PackageProperty => "-p:AutoDiffCEPackage=" + package.Version;

    private Task<CommandResult> Build(string name) =>
        package.Run(package.CopyConsumer(name), "build", "-c", "Release", PackageProperty);

    private static void AssertFailed(IEnumerable<string> expected, CommandResult result)
    {
        Assert.NotEqual(0, result.ExitCode);
        IEnumerable<string> errors = result.Lines.Where(line => line.Contains("error ", StringComparison.Ordinal)).Select(PlaceAndId).Distinct();
        Assert.Equal(expected.Order(StringComparer.Ordinal), errors.Order(StringComparer.Ordinal));
    }

    private static string PlaceAndId(string line)
    {
        Match match = Diagnostic().Match(line);
        return match.Success ? match.Value : line;
    }

    [GeneratedRegex(@"\w+\.cs\(\d+,\d+\): error \w+")]
    private static partial Regex Diagnostic();
}
