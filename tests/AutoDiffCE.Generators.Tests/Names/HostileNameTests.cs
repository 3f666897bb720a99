using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Names;

/// <summary>Every name that the generated text uses or C# knows, as every name that the author of a loss chooses.</summary>
public class HostileNameTests
{
    // Of so many losses one is run, too.
    private const int RunsOneOf = 8;

    // What C# itself refuses, as a local named Exp in a formula that calls Exp.
    private const double RefusedByLanguage = 0.15;

    private const double Tolerance = 1e-12;

    /// <summary>
    /// Each name for an input, a parameter of the class, a property, a field or a local, and in the long form for all of them, over all formulas of the corpus.
    /// The environment variable NAME_ROUNDS=12 does it for each formula.
    /// </summary>
    [Fact]
    public async Task A_loss_compiles_under_every_name_and_is_right_or_its_name_alone_is_reported()
    {
        string[] names = await HostileNames.AllAsync();
        int rounds = int.Parse(Environment.GetEnvironmentVariable("NAME_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
        for (int round = 0; round < rounds; round++)
            await CheckAsync([.. Enumerable.Range(0, (names.Length + 1) / 2).OneOf(2).Select(index => Named(names, index, round))]);
    }

    // Without what is generated C# tells what it refuses itself, and the analyzer what cannot be a loss. What is generated may add nothing to what C# tells,
    // and the analyzer does not depend on it.
    private static async Task CheckAsync((NamedLoss Loss, Dictionary<string, string> Names)[] losses)
    {
        CSharpCompilation sources = TestCompilation.Of([.. losses.Select((loss, index) => loss.Loss.Source(Space(index), loss.Names))]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new LossGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(sources, out _, out ImmutableArray<Diagnostic> reported);
        ILookup<string, Diagnostic> alone = Complaints([.. reported, .. await GeneratorRunner.AnalyzeAsync(sources)]);
        SyntaxTree[] refused = [.. sources.SyntaxTrees.Where(tree => alone[tree.FilePath].Any(IsErrorOfLanguage))];
        Assert.InRange(refused.Length, 0, RefusedByLanguage * losses.Length);
        AssertJustified([.. sources.SyntaxTrees.Except(refused).SelectMany(tree => alone[tree.FilePath]).Where(IsOurs)]);

        int[] run = [.. Enumerable.Range(0, losses.Length).Where(index => index % RunsOneOf == 0 && !alone[$"Sample{index}.cs"].Any())];
        Compilation valid = sources.RemoveSyntaxTrees(refused)
            .AddSyntaxTrees(run.Select(index => Parse(losses[index].Loss.CheckSource(Space(index), losses[index].Names["class"]))));
        // The driver knows by now what it generates of those that are left.
        driver.RunGeneratorsAndUpdateCompilation(valid, out Compilation complete, out reported);
        var emitted = new EmittedCompilation(complete);
        foreach (IGrouping<string, Diagnostic> found in Complaints([.. reported, .. emitted.Diagnostics]))
            Assert.Equal(alone[found.Key].Select(Text).Distinct(), found.Select(Text).Distinct());
        Run(emitted, [.. run.Select(Space)]);
    }

    // One report for one name, and a name that the generated part or its base class does have.
    private static void AssertJustified(Diagnostic[] reported)
    {
        foreach (Diagnostic diagnostic in reported)
        {
            Assert.Equal("ADCE005", diagnostic.Id);
            Assert.Contains(ReportedDiagnostic.Of(diagnostic).Text.TrimStart('@'), HostileNames.Taken);
        }
    }

    private static void Run(EmittedCompilation emitted, string[] spaces)
    {
        Assembly assembly = new AssemblyLoadContext("HostileNames", isCollectible: true).LoadFromStream(new MemoryStream(emitted.Image));
        Assert.NotEmpty(spaces);
        foreach (string space in spaces)
        {
            Type check = assembly.GetType(space + "Check.Check")!;
            double[] expected = (double[])check.GetMethod("Formula")!.Invoke(null, null)!;
            double[] actual = (double[])check.GetMethod("Kernel")!.Invoke(null, null)!;
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Abs(pair.First)));
        }
    }

    // Each kind of name sees each name once in a round, and each formula sees each once in as many rounds as there are formulas.
    private static (NamedLoss Loss, Dictionary<string, string> Names) Named(string[] names, int index, int round)
    {
        const int Stride = 37;
        string At(int position) => names[(index + position) % names.Length];
        var chosen = new Dictionary<string, string> { ["class"] = "Plain" };
        for (int kind = 0; kind < NamedLoss.Roles.Count; kind++)
        {
            chosen[NamedLoss.Roles[kind].First] = At(Stride * kind);
            chosen[NamedLoss.Roles[kind].Second] = At((Stride * kind) + ((names.Length + 1) / 2));
        }
        return (NamedLoss.Corpus[(index + round) % NamedLoss.Corpus.Count], chosen);
    }

    private static string Space(int index) => "Space" + index.ToString(CultureInfo.InvariantCulture);

    private static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "SampleCheck.cs", System.Text.Encoding.UTF8);

    private static bool IsErrorOfLanguage(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic);

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("ADCE", StringComparison.Ordinal);

    private static string Text(Diagnostic diagnostic) => diagnostic.ToString();

    private static ILookup<string, Diagnostic> Complaints(IEnumerable<Diagnostic> diagnostics) => diagnostics.Where(TestCompilation.IsComplaint)
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
        .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
}
