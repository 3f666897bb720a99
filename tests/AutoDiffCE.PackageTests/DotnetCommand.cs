using System.Diagnostics;
using System.Text;

namespace AutoDiffCE.PackageTests;

/// <summary>Runs `dotnet` as somebody else's shell would: nothing of this test run reaches it, and nothing of it stays behind.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(8);

    /// <param name="workingFolder">Where the command runs.</param>
    /// <param name="privatePackageFolder">Where packages are restored to; the machine's own folder if null.</param>
    /// <param name="arguments">What follows `dotnet`.</param>
    public static async Task<CommandResult> Run(string workingFolder, string? privatePackageFolder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, privatePackageFolder);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitForExit(process, output);
        lock (output)
            return new CommandResult(process.ExitCode, output.ToString());
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string? privatePackageFolder)
    {
        // `dotnet test` tells the test host where its own build lives; a build that we start is to find out for itself.
        foreach (string name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            environment.Remove(name);

        // Servers that outlive the command would hold its files and pipes open.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["UseSharedCompilation"] = "false";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        if (privatePackageFolder is not null)
            environment["NUGET_PACKAGES"] = privatePackageFolder;
    }

    private static void Append(StringBuilder output, string? line)
    {
        // Both streams arrive on threads of their own.
        lock (output)
            output.Append(line).Append('\n');
    }

    private static async Task WaitForExit(Process process, StringBuilder output)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lock (output)
                throw new TimeoutException($"Not finished after {patience}:\n{output}");
        }
    }
}
