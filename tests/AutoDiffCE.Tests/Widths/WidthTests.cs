using System.Diagnostics;
using System.Globalization;
using AutoDiffCE.Simd;

namespace AutoDiffCE.Tests.Widths;

/// <summary>
/// Numeric tests again at every narrower register width, each in a process of its own that has to say that it got the width. They take longer than all
/// others together, and are run where the environment variable ORACLE_WIDTHS asks for them. Registers of every width, and random programs at narrower ones, are
/// tested without them.
/// </summary>
public class WidthTests
{
    /// <summary>The environment variable that tells a process which width it must find.</summary>
    public const string ExpectedWidth = "AUTODIFFCE_EXPECTED_WIDTH";

    private static readonly string[] numericNamespaces = ["Losses", "Stability", "Activations", "Semantics", "Oracle"];

    private static readonly (int Bits, string SwitchedOff)[] widths = [(256, "DOTNET_EnableAVX512"), (128, "DOTNET_EnableAVX2"), (0, "DOTNET_EnableHWIntrinsic")];

    /// <summary>The widths below that of this machine, at which the tests run in this process, and what is switched off for each.</summary>
    public static IEnumerable<object[]> Narrower => widths.Where(width => width.Bits < LaneWidth.Bits).Select(width => new object[] { width.Bits, width.SwitchedOff });

    [WhereAskedFor("ORACLE_WIDTHS")]
    [MemberData(nameof(Narrower))]
    public async Task The_numeric_tests_hold_at_narrower_registers(int bits, string switchedOff)
    {
        (int exitCode, string output) = await RunNumericTests(bits, switchedOff);

        Assert.True(exitCode == 0 && output.Contains("Passed!", StringComparison.Ordinal), output);
    }

    private static async Task<(int ExitCode, string Output)> RunNumericTests(int bits, string switchedOff)
    {
        // What a call allocates does not depend on the width.
        string filter = "(" + string.Join('|', numericNamespaces.Select(name => $"FullyQualifiedName~AutoDiffCE.Tests.{name}.")) + ")&FullyQualifiedName!~No_member_allocates";
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["vstest", typeof(WidthTests).Assembly.Location, "--TestCaseFilter:" + filter])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ExpectedWidth] = bits.ToString(CultureInfo.InvariantCulture);
        start.Environment[switchedOff] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
