using AutoDiffCE.RandomFormulas.Judging;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Running;
using AutoDiffCE.Simd;

namespace AutoDiffCE.RandomFormulas.Commands;

/// <summary>
/// Checks a range of programs in a process of its own: one that hangs or brings the process down is known by the last line, and the others
/// are checked by another worker.
/// </summary>
internal sealed class Worker
{
    private const int Together = 25;

    private const int MillisecondsOfRunning = 120_000;

    private readonly TimeSpan shrinking;
    private readonly ulong seed;
    private readonly TextWriter output;
    private readonly ImageFolder? images;
    private readonly HashSet<string> shrunk = new(StringComparer.Ordinal);
    private readonly Watch watch;

    private Worker(ulong seed, TextWriter output, TimeSpan shrinking, ImageFolder? images)
    {
        this.shrinking = shrinking;
        this.seed = seed;
        this.images = images;
        this.output = output;
        watch = new Watch(() => Environment.Exit(WorkerPool.HungCode));
    }

    public static int Run(Arguments arguments)
    {
        int width = arguments.Number("width", LaneWidth.Bits);
        if (width != LaneWidth.Bits)
        {
            Console.Error.WriteLine($"The registers have {LaneWidth.Bits} bits, not {width}.");
            return 2;
        }
        AppContext.SetSwitch("AutoDiffCE.EvaluateEverySample", arguments.Number("exact", 0) != 0);
        int first = arguments.Number("first", 0), end = arguments.Number("end", 1);
        HashSet<int> skipped = [.. arguments.Skipped];
        string folder = arguments.Option("images", "");
        ImageFolder? images = folder.Length == 0 ? null : new ImageFolder(folder, arguments.Seed);
        // What the compilers need to get ready is nobody's time.
        if (images?.Find([ProgramGenerator.Generate(arguments.Seed, first)]) is null)
            new Net(arguments.Seed, new Tally(), _ => { }) { Batches = 0 }.Run(first, 1);
        var worker = new Worker(arguments.Seed, Console.Out, TimeSpan.FromSeconds(arguments.Number("shrink", 15)), images);
        foreach (int[] numbers in Enumerable.Range(first, end - first).Where(number => !skipped.Contains(number)).Chunk(Together))
            worker.Check(numbers);
        return 0;
    }

    private void Check(int[] numbers)
    {
        var tally = new Tally();
        List<Finding> findings = [];
        var net = new Net(seed, tally, findings.Add) { Starting = Start, Running = StartRunning, Images = images };
        net.Check([.. numbers.Select(number => ProgramGenerator.Generate(seed, number))]);
        watch.Rest();
        Send(new Message(Message.Counted, numbers[^1] + 1, Counts: tally.Counts));
        foreach (Finding finding in findings)
            Send(Describe(Message.Found, finding));
        foreach (Finding finding in findings.Where(finding => shrunk.Add(finding.Kind)))
            Shrink(finding);
        watch.Rest();
    }

    private void Shrink(Finding finding)
    {
        Finding smallest = finding;
        Shrinker.Shrink(finding.Program, Failing, DateTime.UtcNow + shrinking);
        Send(Describe(Message.Shrunk, smallest));

        LossProgram? Failing(IReadOnlyList<LossProgram> programs)
        {
            var seen = new List<Finding>();
            new Net(seed, new Tally(), seen.Add) { Starting = Start, Running = StartRunning }.Check(programs);
            Finding? same = seen.Where(other => other.Kind == finding.Kind).MinBy(other => other.Program.Size);
            smallest = same ?? smallest;
            return same?.Program;
        }
    }

    private Message Describe(string type, Finding finding) => new(
        type,
        Net.Number(finding.Program),
        finding.Kind,
        Printer.Class(finding.Program) + finding.Details,
        finding.Program.Size);

    private void Start(LossProgram program) => Start(program, 2 * Net.MillisecondsAllowed);

    private void StartRunning(LossProgram program) => Start(program, MillisecondsOfRunning);

    private void Start(LossProgram program, int milliseconds)
    {
        watch.Start(milliseconds);
        Send(new Message(Message.Started, Net.Number(program)));
    }

    private void Send(Message message)
    {
        output.WriteLine(message.ToString());
        output.Flush();
    }
}
