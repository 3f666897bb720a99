using System.Globalization;

namespace AutoDiffCE.PackageTests;

/// <summary>
/// The package, made once per run by the README's own command, and a folder outside the repository for those who use it. Its version is
/// unlike that of any other run, and packages are restored to a folder of this run only: no older package can stand in for it.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("autodiffce-");

    /// <summary>The version of this run's package.</summary>
    public string Version { get; } = Readme.Version + "-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    internal string PackageFolder => Path.Combine(root.FullName, "packages");

    /// <summary>Stands where the clone stands in the README's commands, beside what they make.</summary>
    internal string CloneFolder => root.CreateSubdirectory("AutoDiffCE").FullName;

    internal string ArtifactsFolder(string name) => Path.Combine(root.FullName, "artifacts", name);

    async Task IAsyncLifetime.InitializeAsync()
    {
        // Artifacts elsewhere: a build of the repository may be running, and the package must not depend on where its parts are built to.
        string[] command = [.. Arguments(Readme.SetUpCommands[0]), "--artifacts-path", ArtifactsFolder("package"), "-p:Version=" + Version];
        Assert.Equal("pack", command[0]);
        command[Array.IndexOf(command, "--output") + 1] = PackageFolder;
        (await DotnetCommand.Run(Repository.Folder, null, command)).Succeeded();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Copies a consumer out of the repository, with a configuration that knows this run's package and no other.</summary>
    internal string CopyConsumer(string name)
    {
        string source = Repository.ConsumerFolder(name);
        string copy = root.CreateSubdirectory(name).FullName;
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        WriteConfiguration(copy);
        return copy;
    }

    internal string NewFolder(string name)
    {
        string folder = root.CreateSubdirectory(name).FullName;
        WriteConfiguration(folder);
        return folder;
    }

    /// <summary>Runs `dotnet` with the given arguments, on packages of this run only.</summary>
    internal Task<CommandResult> Run(string folder, params IEnumerable<string> arguments) =>
        DotnetCommand.Run(folder, Path.Combine(root.FullName, "restored"), arguments);

    /// <summary>Runs a line of the README, with this run's version in place of the README's.</summary>
    internal async Task RunLine(string folder, string line) => (await RunLineForResult(folder, line)).Succeeded();

    internal Task<CommandResult> RunLineForResult(string folder, string line) => Run(folder, Arguments(OfThisRun(line)));

    internal string OfThisRun(string line) => line.Replace(Readme.Version, Version, StringComparison.Ordinal);

    private static string[] Arguments(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("dotnet", words[0]);
        return words[1..];
    }

    private void WriteConfiguration(string folder) => File.WriteAllText(
        Path.Combine(folder, "nuget.config"),
        $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="packages" value="{PackageFolder}" />
          </packageSources>
        </configuration>
        """);
}
