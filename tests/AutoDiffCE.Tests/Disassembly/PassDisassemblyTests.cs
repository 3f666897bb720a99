using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AutoDiffCE.Tests.Disassembly;

/// <summary>
/// Reads what the just-in-time compiler makes of passes over rows: a call inside one means that it gave up inlining, and costs more than the
/// arithmetic.
/// </summary>
public partial class PassDisassemblyTests
{
    [Fact]
    public async Task A_pass_over_whole_registers_calls_nothing()
    {
        string listing = await Disassemble("*Passes:*", "FullyQualifiedName~AutoDiffCE.Tests.Losses.WorkedExampleTests");
        string[] passes = [.. Method().Matches(listing).Select(match => match.Value).Where(text => text.Contains("Passes:", StringComparison.Ordinal))];
        string[] whole = [.. passes.Where(pass => !pass.Contains("ClassRest", StringComparison.Ordinal))];

        Assert.NotEmpty(whole);
        Assert.All(whole, pass => Assert.DoesNotMatch(CallInstruction(), pass));
    }

    private static async Task<string> Disassemble(string methods, string filter)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["vstest", typeof(PassDisassemblyTests).Assembly.Location, "--TestCaseFilter:" + filter])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_JitDisasm"] = methods;
        start.Environment["DOTNET_JitStdOutFile"] = file;
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output + await errors);
            return await File.ReadAllTextAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"; Assembly listing for method .*?; Total bytes of code \d+", RegexOptions.Singleline)]
    private static partial Regex Method();

    [GeneratedRegex(@"^\s+call\s", RegexOptions.Multiline)]
    private static partial Regex CallInstruction();
}
