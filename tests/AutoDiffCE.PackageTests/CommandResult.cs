namespace AutoDiffCE.PackageTests;

/// <summary>What a finished command left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything it wrote, to either stream.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }
}
