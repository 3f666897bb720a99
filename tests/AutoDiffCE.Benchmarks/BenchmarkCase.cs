using System.Diagnostics;
using System.Globalization;

namespace AutoDiffCE.Benchmarks;

/// <summary>Something to time: the best of many runs, since everything else on the machine only adds.</summary>
/// <param name="Name">What is timed.</param>
/// <param name="Samples">Samples of the batch.</param>
/// <param name="Classes">Elements per sample.</param>
/// <param name="Run">One run; gives the value, so that nothing can be left out.</param>
internal sealed record BenchmarkCase(string Name, int Samples, int Classes, Func<double> Run)
{
    private const int MinRuns = 5;

    private static readonly TimeSpan shortestTime = TimeSpan.FromSeconds(0.5);

    public void Print()
    {
        double value = Run();
        double best = double.PositiveInfinity;
        var total = Stopwatch.StartNew();
        for (int run = 0; run < MinRuns || total.Elapsed < shortestTime; run++)
        {
            long start = Stopwatch.GetTimestamp();
            value = Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        double perElement = best * 1e6 / ((double)Samples * Classes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name,-32} {Samples,8} {Classes,7} {best,10:F4} ms {perElement,8:F3} ns  {value:F6}"));
    }
}
