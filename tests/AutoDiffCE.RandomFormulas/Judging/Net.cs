using System.Text.RegularExpressions;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;
using AutoDiffCE.RandomFormulas.Running;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>Programs, from a seed to what is wrong with them.</summary>
internal sealed partial class Net(ulong seed, Tally tally, Action<Finding> report)
{
    /// <summary>Longest time that the generator may take for one formula.</summary>
    public const int MillisecondsAllowed = 5000;

    // The compiler counts its steps, and says so of a formula that takes too many of them.
    private const string TooLarge = "it is too large for the compiler";

    // A sum within a sum takes the time of a square or a cube in 1600 bits.
    private const int MaxClassesOfNestedSums = 7;

    private static readonly int[] classes = [1, 2, 3, 5, 7, 17, 33];
    private static readonly int[] samples = [1, 3, 16, 33, 70];

    /// <summary>Told of each program before the generator sees it.</summary>
    public Action<LossProgram> Starting { get; init; } = _ => { };

    /// <summary>Told of each program before it runs, which takes as long as the numbers of 1600 bits take that it is compared with.</summary>
    public Action<LossProgram> Running { get; init; } = _ => { };

    /// <summary>Where the images of programs are kept and found.</summary>
    public ImageFolder? Images { get; init; }

    /// <summary>How many batches each program runs over.</summary>
    public int Batches { get; init; } = 4;

    /// <summary>Generates and checks programs.</summary>
    public void Run(int first, int count) => Check([.. Enumerable.Range(first, count).Select(number => ProgramGenerator.Generate(seed, number))]);

    /// <summary>Checks programs, all in one compilation.</summary>
    public void Check(IReadOnlyList<LossProgram> programs)
    {
        using var compiler = new ProgramCompiler { Starting = Starting, Compiling = Running, Images = Images };
        foreach (CompiledProgram compiled in compiler.Compile(programs))
        {
            Running(compiled.Program);
            tally.Count("programs");
            foreach (string fault in compiled.Faults)
                report(new Finding("compilation: " + fault.Split(':')[0], compiled.Program, "  " + fault));
            foreach ((string id, string message) in compiled.Refusals)
                Refused(compiled.Program, id, message);
            if (compiled.Milliseconds > MillisecondsAllowed)
                report(new Finding("the generator takes more than 5 s", compiled.Program, $"  {compiled.Milliseconds:F0} ms"));
            if (compiled.Create is not null)
                Run(compiled);
        }
    }

    // A well-formed formula is refused for a limit that the documentation states, or the net has found something.
    private void Refused(LossProgram program, string id, string message)
    {
        bool isTooLarge = id == "ADCE016" && message.Contains(TooLarge, StringComparison.Ordinal);
        tally.Count("refused " + id + (isTooLarge ? ", too large" : ""));
        string reason = Quoted().Replace(message, "'…'");
        bool isDocumented = id is "ADCE005" or "ADCE014" || isTooLarge;
        if (!isDocumented)
            report(new Finding($"refused {id}: {reason}", program, "  " + message));
    }

    private void Run(CompiledProgram compiled)
    {
        LossProgram program = compiled.Program;
        tally.Count("programs run");
        var dice = new Dice(seed + 1, (uint)Number(program));
        HashSet<string> kinds = [];
        void Once(Finding finding)
        {
            // The same in the other precision, and at the other entry points, is no news.
            if (kinds.Add(finding.Kind.Replace("float ", "", StringComparison.Ordinal).Replace("double ", "", StringComparison.Ordinal)))
                report(finding);
        }
        for (int number = 0; number < Batches; number++)
        {
            int most = program.Terms.Count(term => term.Kind == TermKind.OfTerms) > 1 ? MaxClassesOfNestedSums : int.MaxValue;
            int length = program.HasRows ? Math.Max(dice.Pick<int>([.. classes.Where(count => count <= most)]), program.MinClasses) : 1;
            int[] fitting = [.. samples.Where(count => count * length <= 120)];
            Batch batch = Batch.Make(program, fitting.Length == 0 ? 2 : dice.Pick<int>(fitting), length, dice);
            new LossJudge<double, DoubleFormat>(program, compiled.Create!, tally, Once).Check(batch, dice);
            new LossJudge<float, SingleFormat>(program, compiled.Create!, tally, Once).Check(batch, dice);
        }
    }

    /// <summary>The number of a program, or of the one that it was made smaller from.</summary>
    public static int Number(LossProgram program) =>
        int.TryParse(program.Name.Split('_')[0].AsSpan(4), System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : 0;

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
