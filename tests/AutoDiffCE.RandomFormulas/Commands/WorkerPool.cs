using System.Diagnostics;
using System.Globalization;
using AutoDiffCE.RandomFormulas.Judging;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>Runs workers over a range of programs, each at the same register width, and collects what they say.</summary>
internal sealed class WorkerPool(string command, ulong seed, Report report)
{
    /// <summary>The exit code of a worker whose program takes too long.</summary>
    public const int HungCode = 3;

    // Known to a worker by what it finds; a memory limit makes an explosion an exception.
    private const string MemoryLimit = "0xC0000000";

    /// <summary>The width in bits and the switch that leads to it.</summary>
    private static readonly Dictionary<string, (int Bits, string Switch)> widths = new(StringComparer.Ordinal)
    {
        ["512"] = (512, ""),
        ["256"] = (256, "DOTNET_EnableAVX512"),
        ["128"] = (128, "DOTNET_EnableAVX2"),
        ["scalar"] = (0, "DOTNET_EnableHWIntrinsic"),
    };

    /// <summary>512, 256, 128, scalar; empty for the widest there is.</summary>
    public string Width { get; init; } = "";

    /// <summary>How many seconds are spent to make a program smaller.</summary>
    public int Shrinking { get; init; }

    /// <summary>Whether every sample is evaluated again with certified numbers, which are judged then in place of the kernels'.</summary>
    public bool IsExact { get; init; }

    /// <summary>The folder in which what was compiled is kept and found again; empty to compile whatever comes.</summary>
    public string Images { get; init; } = "";

    public void Run(int first, int end, int workers)
    {
        int share = (end - first + workers - 1) / workers;
        Task[] tasks = [.. Enumerable.Range(0, workers).Select(worker => first + (worker * share))
            .Select(start => Task.Run(() => RunRange(start, Math.Min(end, start + share))))];
        Task.WaitAll(tasks);
    }

    private void RunRange(int first, int end)
    {
        List<int> skipped = [];
        while (first < end)
        {
            int next = first, current = first;
            bool isCompiling = false;
            int code = RunWorker(first, end, skipped, message =>
            {
                if (message.Type == Message.Counted)
                    next = message.Number;
                if (message.Type is Message.Started or Message.Compiling)
                    (current, isCompiling) = (message.Number, message.Type == Message.Compiling);
                report.Add(message);
            });
            if (code == 0)
                return;
            if (code == 2)
                throw new InvalidOperationException($"No registers of {Width} bits.");
            if (isCompiling)
                report.Add(new Message(Message.Counted, Counts: new Dictionary<string, long> { ["not survived by the compiler of C# itself"] = 1 }));
            else
                report.Crashed(command, current, code == HungCode ? "hangs" : $"brings the process down (exit code {code})");
            skipped.Add(current);
            first = next;
        }
    }

    private int RunWorker(int first, int end, List<int> skipped, Action<Message> receive)
    {
        string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            typeof(WorkerPool).Assembly.Location, command, "--seed", seed.ToString(CultureInfo.InvariantCulture), "--first", Text(first), "--end", Text(end),
            "--skip", string.Join(',', skipped.Select(Text)), "--shrink", Text(Shrinking),
            "--exact", IsExact ? "1" : "0", "--images", Images,
        ];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (widths.TryGetValue(Width, out (int Bits, string Switch) asked))
        {
            start.ArgumentList.Add("--width");
            start.ArgumentList.Add(Text(asked.Bits));
            if (asked.Switch.Length > 0)
                start.Environment[asked.Switch] = "0";
        }
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Message.Parse(line) is { } message)
                receive(message);
        }
        process.WaitForExit();
        return process.ExitCode;
    }
}
