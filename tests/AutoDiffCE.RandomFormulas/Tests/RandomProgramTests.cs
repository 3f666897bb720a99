using AutoDiffCE.RandomFormulas.Commands;
using AutoDiffCE.Simd;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>Random programs through the real generator and compiler, and then in processes of their own, in which nothing is found.</summary>
public sealed class RandomProgramTests : IClassFixture<RandomProgramTests.Compiled>
{
    private const ulong Seed = 1;

    private static readonly (int Bits, string Name, int First)[] widths = [(256, "256", 25), (128, "128", 50), (0, "scalar", 75)];

    private readonly Compiled compiled;

    public RandomProgramTests(Compiled compiled) => this.compiled = compiled;

    /// <summary>The widths below that of this machine, which has had its programs.</summary>
    public static IEnumerable<object[]> Narrower => widths.Where(width => width.Bits < LaneWidth.Bits).Select(width => new object[] { width.Name, width.First });

    [Fact]
    public void Nothing_is_found_in_a_hundred_random_programs() => Assert.Null(compiled.Found);

    [Theory]
    [MemberData(nameof(Narrower))]
    public void Nothing_is_found_at_narrower_registers(string width, int first) => Assert.Null(compiled.Find(first, first + 10, width));

    [Fact]
    public void Nothing_is_found_where_every_sample_is_evaluated_again() => Assert.Null(compiled.Find(0, 4, isExact: true));

    /// <summary>A hundred programs, compiled and run at the widest registers.</summary>
    public sealed class Compiled : IDisposable
    {
        private readonly DirectoryInfo images = Directory.CreateTempSubdirectory("AutoDiffCE");

        public Compiled() => Found = Find(0, 100);

        /// <summary>What was found at the widest registers, null if nothing.</summary>
        public string? Found { get; }

        /// <summary>Runs some of them, in a process of their own, and says what was found.</summary>
        public string? Find(int first, int end, string width = "", bool isExact = false)
        {
            using var text = new StringWriter();
            var report = new Report(Seed, text);
            new WorkerPool("worker", Seed, report) { Width = width, Shrinking = 3, IsExact = isExact, Images = images.FullName }.Run(first, end, 1);
            report.Print();
            bool isClean = report.Findings == 0 && text.ToString().Contains("value, compared", StringComparison.Ordinal);
            return isClean ? null : text.ToString();
        }

        public void Dispose() => images.Delete(recursive: true);
    }
}
