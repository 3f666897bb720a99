using System.Diagnostics;
using System.Globalization;
using AutoDiffCE.RandomFormulas.Commands;

namespace AutoDiffCE.RandomFormulas.Growth;

/// <summary>Prints what formulas cost that grow: time and text at n, 2n, 4n, …, until one takes too long, which fails.</summary>
internal static class GrowthCommand
{
    private const int Sizes = 5;

    public static int Run(Arguments arguments)
    {
        int seconds = arguments.Number("seconds", 20);
        string only = arguments.Option("shape", "");
        bool allEnd = true;
        Console.WriteLine($"{"what grows",-46} {"n",6} {"ms",8} {"MB",8}  result");
        foreach (GrowthShape shape in GrowthShapes.All.Concat(GrowthShapes.Shared).Where(shape => shape.Name.Contains(only, StringComparison.Ordinal)))
        {
            for (int doubling = 0; doubling < Sizes; doubling++)
            {
                int size = shape.First << doubling;
                string? answer = Ask(shape, size, seconds);
                string[] parts = answer?.Split(' ', 3) ?? [];
                string line = parts.Length == 3
                    ? string.Create(CultureInfo.InvariantCulture, $"{parts[0],8} {double.Parse(parts[1], CultureInfo.InvariantCulture) / 1e6,8:F3}  {parts[2]}")
                    : $"{"",8} {"",8}  {(answer is null ? $"not within {seconds} s" : "no memory, or no stack")}";
                Console.WriteLine($"{shape.Name,-46} {size,6} {line}");
                allEnd &= parts.Length == 3;
                if (parts.Length != 3)
                    break;
            }
        }
        return allEnd ? 0 : 1;
    }

    // Null for too long, empty for a process that did not survive.
    private static string? Ask(GrowthShape shape, int size, int seconds)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments = [typeof(GrowthCommand).Assembly.Location, "growth-worker", shape.Name, size.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(host, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        using Process process = Process.Start(start)!;
        process.BeginErrorReadLine();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            process.Kill();
            return null;
        }
        return process.ExitCode == 0 ? output.Result.Trim() : "";
    }
}
