using System.Reflection;
using System.Text.RegularExpressions;
using AutoDiffCE.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Tests.Names;

/// <summary>Names that could meet a name of the generated text: all that occur in it, all words of C#, all members of the runtime's base types.</summary>
internal static partial class HostileNames
{
    /// <summary>Names as people and machines write them, beyond those of ASCII.</summary>
    private static readonly string[] unusual =
    [
        "é", "e\u0301", "straße", "STRASSE", "変数", "λ", "Δx", "x_i", "_", "__", "_1", "ℵ", "ı", "İ",
        "aVeryLongName" + new string('q', 600), "aVeryLongName" + new string('q', 601),
        "X", "y", "Y", "shape", "SHAPE", "Sample", "Frame", "sampleIndex", "xGradient", "xIndex", "sumLanes", "rest1", "rest2", "Pass1", "Pass2", "Pass3",
    ];

    /// <summary>Names that meet none.</summary>
    public static IReadOnlyDictionary<string, string> Plain { get; } =
        NamedLoss.Roles.SelectMany(kind => new[] { kind.First, kind.Second }).ToDictionary(role => role, role => role + "Name")
            .Append(new("class", "Plain")).ToDictionary();

    /// <summary>Base types whose members a loss has.</summary>
    public static IReadOnlyList<Type> BaseTypes { get; } = [typeof(Loss), typeof(LabelLoss), typeof(TargetLoss)];

    private static readonly Lazy<Task<string[]>> all = new(FindAsync);

    public const BindingFlags AllMembers = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What the generated part and its base class have: the only names that may be refused, each where it would be hidden or repeated.</summary>
    public static IReadOnlySet<string> Taken { get; } = new HashSet<string>(
    [
        "upstream", "destination", "options", "labelDistribution", "classes", "xGradient", "aRowGradient",
        .. BaseTypes.SelectMany(type => type.GetMembers(AllMembers | BindingFlags.DeclaredOnly)).Select(member => member.Name),
    ]);

    /// <summary>All of them, once each, in an order that is always the same.</summary>
    public static Task<string[]> AllAsync() => all.Value;

    private static async Task<string[]> FindAsync()
    {
        GeneratorRun run = await GeneratorRunner.RunAsync([.. NamedLoss.Corpus.Select((loss, index) => loss.Source($"Space{index}", Plain))]);
        Assert.Empty(run.Diagnostics);
        IEnumerable<string> generated = run.Generated.Values
            .SelectMany(text => SyntaxFactory.ParseTokens(text)).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
        IEnumerable<string> words = SyntaxFacts.GetReservedKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText);
        IEnumerable<string> members = BaseTypes.SelectMany(type => type.GetMembers(AllMembers))
            .Select(member => member.Name);
        // What is true of total2 is true of total3.
        return [.. generated.Concat(words).Concat(members).Concat(unusual)
            .Where(name => SyntaxFacts.IsValidIdentifier(name) && !HighNumber().IsMatch(name)).Distinct().Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[a-z].*([3-9]|[1-9][0-9])(Lanes)?$")]
    private static partial Regex HighNumber();
}
