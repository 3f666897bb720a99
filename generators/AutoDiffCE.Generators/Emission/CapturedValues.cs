using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// How the choice of a kernel reads what the formula captures. An expression that is left to C# is computed where it is first asked for, and kept in a local:
/// a condition, as that something is null, may keep it from being computed at all.
/// </summary>
internal sealed class CapturedValues
{
    private readonly Dictionary<string, string> accesses = [];
    private readonly List<(string Declaration, string Use)> locals = [];

    /// <summary>The values for a loss.</summary>
    /// <param name="formula">Its formula.</param>
    /// <param name="guards">The conditions under which expressions are needed, for those that are not always.</param>
    /// <param name="isChosen">Whether conditions on what is captured choose between kernels.</param>
    public CapturedValues(FrozenFormula formula, Guards guards, bool isChosen)
    {
        HashSet<string> taken = [.. formula.HyperParameters.SelectMany(parameter => Words(parameter.Access))];
        Call = Unique("call", taken);
        foreach (HyperParameter parameter in formula.HyperParameters)
        {
            accesses[parameter.Name] = parameter.Access;
            // A number that one kernel takes, whatever it is, is asked for once.
            if (!parameter.IsExpression || (!isChosen && !guards.Any && !parameter.IsRow))
                continue;
            string local = CSharpNames.Escape(Unique(parameter.Name, taken));
            locals.Add(($"{TypeOf(parameter)}? {local} = null;", $"({local} ??= "));
            accesses[parameter.Name] = $"({local} ??= {parameter.Access})";
        }
        // What is asked for inside comes last: a condition has its own.
        foreach (HyperParameter parameter in formula.HyperParameters.Where(parameter => guards.Of(parameter.Name).Length > 0)
            .OrderBy(parameter => guards.Of(parameter.Name).Length))
        {
            string condition = ConditionText.Write(guards.Of(parameter.Name), formula.HyperParameters, Read);
            accesses[parameter.Name] = $"({condition} ? {accesses[parameter.Name]} : {(parameter.IsArray ? "[]" : "default")})";
        }
    }

    /// <summary>The name of the call, which hides nothing that is captured.</summary>
    public string Call { get; }

    /// <summary>The locals of some text, a line for each.</summary>
    public string[] LocalsOf(IReadOnlyCollection<string> text) =>
        [.. locals.Where(local => text.Any(part => part.Contains(local.Use))).Select(local => local.Declaration)];

    /// <summary>The C# expression for a value: a number, a truth or a row.</summary>
    public string Read(HyperParameter parameter) => accesses.TryGetValue(parameter.Name, out string? access) ? access : parameter.Access;

    private static string Unique(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "2";
        return name;
    }

    private static IEnumerable<string> Words(string access) =>
        SyntaxFactory.ParseTokens(access).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);

    private static string TypeOf(HyperParameter parameter) => parameter switch
    {
        { IsRow: true, IsArray: true } => "double[]",
        { IsRow: true } => "global::AutoDiffCE.Row",
        { IsFlag: true } => "bool",
        { IsInteger: true } => "int",
        _ => "double",
    };
}
