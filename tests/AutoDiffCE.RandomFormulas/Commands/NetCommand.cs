using System.Diagnostics;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.Simd;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>The random programs of a seed, as many as asked for.</summary>
internal static class NetCommand
{
    /// <summary>1 if anything was found, 2 if the machine has no such registers.</summary>
    /// <param name="command">What the workers do.</param>
    /// <param name="programs">How many programs.</param>
    /// <param name="arguments">Seed, width and the like.</param>
    public static int Run(string command, int programs, Arguments arguments)
    {
        string width = arguments.Option("width", "");
        if (int.TryParse(width, out int bits) && bits > LaneWidth.Bits)
        {
            Console.Error.WriteLine($"This machine has no registers of {bits} bits.");
            return 2;
        }
        long start = Stopwatch.GetTimestamp();
        int first = arguments.Number("first", 0);
        var report = new Report(arguments.Seed, Console.Out);
        var pool = new WorkerPool(command, arguments.Seed, report)
        {
            Width = width,
            Shrinking = arguments.Number("shrink", 15),
            IsExact = arguments.Number("exact", 0) != 0,
            Images = arguments.Option("images", ""),
        };
        pool.Run(first, first + programs, arguments.Number("workers", Environment.ProcessorCount));
        report.Print();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
        return report.Findings == 0 ? 0 : 1;
    }

    /// <summary>One program as C#.</summary>
    public static int Print(int number, Arguments arguments)
    {
        Console.WriteLine(Printer.File(ProgramGenerator.Generate(arguments.Seed, number)));
        return 0;
    }

    public static int Explain()
    {
        Console.WriteLine("""
            <programs> [--seed 1] [--first 0] [--width 512|256|128|scalar] [--workers 2] [--shrink 15] [--exact 1] [--images folder]
                                                                                           random programs; exact: evaluated again, every sample;
                                                                                           images: where what is compiled once is kept and found
            print <number> [--seed 1]                                                      one of them
            generated <number or file> [--seed 1]                                          what the generator makes of one
            broken <programs> [--seed 1]                                                   broken programs
            growth                                                                         twenty shapes of growth
            """);
        return 2;
    }
}
