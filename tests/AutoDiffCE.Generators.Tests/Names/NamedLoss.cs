using System.Text.RegularExpressions;

namespace AutoDiffCE.Generators.Tests.Names;

/// <summary>
/// A loss whose names are left open: «class»; «x» and «t» for inputs, «h» and «k» for parameters of the class, «p» and «q» for properties,
/// «f» and «g» for fields, «l» and «m» for locals.
/// </summary>
/// <param name="Text">The class.</param>
/// <param name="Arguments">What its parameters are in a check.</param>
/// <param name="Inputs">One sample, as the formula takes it: Row, double or int.</param>
public sealed partial record NamedLoss(string Text, string Arguments, params string[] Inputs)
{
    /// <summary>What is named, by kind.</summary>
    public static IReadOnlyList<(string First, string Second)> Roles { get; } = [("x", "t"), ("h", "k"), ("p", "q"), ("f", "g"), ("l", "m")];

    /// <summary>Scalars, rows, labels, maps, pairs, two gradients, what is captured, and choices.</summary>
    public static IReadOnlyList<NamedLoss> Corpus { get; } =
    [
        new("""
            public sealed partial class «class»(double «h», double «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly double «f» = 1.25, «g» = 0.5;
                public double Formula(double «x», double «t»)
                {
                    double «l» = «x» - «t», «m» = «l» * «h» * «q»;
                    return «m» * «l» * «p» + Log(1 + Exp(«f» * «m»)) * «k» / «g»;
                }
            }
            """, "0.5, 0.25", "1.5", "-0.25"),
        new("""
            public sealed partial class «class»(double «h», int «k»)
            {
                public bool «p» { get; init; } = true;
                public double «q» { get; } = 1.75;
                private static readonly double «f» = 0.3;
                private const double «g» = 0.5;
                public double Formula(double «x», double «t»)
                {
                    double «l» = Abs(«x» - «t»);
                    if («h» > «f») return «k» * «l» * «l» * «g»;
                    double «m» = «p» ? Sqrt(«q» + «l» * «l») : «l»;
                    return «m» <= «h» ? «m» * «m» : «h» * «m»;
                }
            }
            """, "0.2, 3", "1.5", "-0.25"),
        new("""
            public sealed partial class «class»(double «h», Row «k»)
            {
                public double «p» { get; init; } = 0.75;
                public int «q» { get; } = 2;
                private readonly Row «f» = [1, 2, 3];
                private readonly double[] «g» = [1, 2, 3];
                public double Formula(Row «x», int «t»)
                {
                    Row «l» = «h» * «x» + «f»;
                    double «m» = LogSumExp(«l» * «k»);
                    return «p» * («m» - «l»[«t»]) + «m» * «m» * «g»[«t»] * «q»;
                }
            }
            """, "0.5, [1, 1, 2]", "[1.5, -0.25, 0.5]", "1"),
        new("""
            public sealed partial class «class»(double «h», double «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly double «f» = 1.25;
                private readonly double «g» = 2.25;
                public double Formula(Row «x», int «t»)
                {
                    double «l» = «x»[«t»] * «q»;
                    Row «m» = Where(Index(«x») != «t», Relu(«h» + «k» * «x» - «l»), 0);
                    return Mean(«m» * «m») * «p» + «f» * Max(Where(Index(«x») == «t», double.NegativeInfinity, «x»)) - «g» * «l»;
                }
            }
            """, "0.5, 1", "[1.5, -0.25, 0.5]", "1"),
        new("""
            public sealed partial class «class»(Row «h», double[] «k»)
            {
                public double «p» { get; init; } = 0.75;
                public Row «q» { get; } = [1, 2, 1];
                private readonly double[] «f» = [1, 2, 3];
                private readonly Row «g» = [3, 2, 1];
                public double Formula(Row «x», Row «t»)
                {
                    Row «l» = Abs(«x» - «t» - «f»);
                    double «m» = Sum(Log(1 + Abs(«h») * «q»)) * «p»;
                    return Sum(«h» * «l») / «m» + «m» * Sum(«l» * «l» * «k») + Dot(«h», «f») * «x»[0] + Sum(«g» * «x»);
                }
            }
            """, "[1, 2, 3], [0.5, 1, 1.5]", "[1.5, -0.25, 0.5]", "[2, 1, 0]"),
        new("""
            public sealed partial class «class»(double «h», double «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly double «f» = 1.25, «g» = 0.5;
                public double Formula([Differentiable] double «x», double aRow, [Differentiable] double «t»)
                {
                    double «l» = («x» - aRow) / Exp(«t» * «k»);
                    double «m» = 1 + «l» * «l» / «f» * «g»;
                    «l» = «m» * «h»;
                    return «t» * «q» + «p» * Log(«m») + «l»;
                }
            }
            """, "0.5, 0.25", "1.5", "0.1", "-0.25"),
        new("""
            public sealed partial class «class»(double «h», Row «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly double «f» = 1.25, «g» = 0.5;
                public Row Formula(Row «x», double «t»)
                {
                    Row «l» = Exp(«h» * «x» * «t» + «k» * «g»);
                    double «m» = Sum(«l») * «q»;
                    return «l» / «m» * «p» + «f»;
                }
            }
            """, "0.5, [1, 2, 3]", "[1.5, -0.25, 0.5]", "0.5"),
        new("""
            public sealed partial class «class»(double «h», double «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly Row «f» = [1, 2, 3], «g» = [3, 2, 1];
                public Row Formula([Differentiable] Row «x», [Differentiable] Row «t»)
                {
                    Row «l» = Sigmoid(«x» * «h»), «m» = «l» * «t» + «p» * «f» * «x»;
                    return «m» * «l» * «q» + «g» * «k»;
                }
            }
            """, "0.5, 0.25", "[1.5, -0.25, 0.5]", "[2, 1, 0]"),
        new("""
            public sealed partial class «class»(double «h», Row «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly Row «f» = [1, 2, 3];
                private readonly double «g» = 0.5;
                public double Formula(Row «x», Row «t») =>
                    Sum(«x», («l», anIndex) => Sum(«t», («m», another) => anIndex < another ? Max(«l» - «m» + «h», 0) * «f»[anIndex] * «q»
                        : Exp(«l» * «m» * «p»))) - Sum(«k» * «g»);
            }
            """, "0.5, [1, 2, 3]", "[1.5, -0.25, 0.5]", "[2, 1, 0]"),
        new("""
            public sealed partial class «class»(double «h», double «k»)
            {
                public double «p» { get; init; } = 0.75;
                public double «q» { get; } = 1.75;
                private readonly double «f» = 1.25, «g» = 0.5;
                public double Formula([Differentiable] Row «x», [Differentiable] Row aRow, int «t», double aScale)
                {
                    double «l» = Dot(«x», aRow) * «q», «m» = Norm(«x») * Norm(aRow) * «g»;
                    return aScale * (1 - «l» / («m» + «h»)) * «p» + «f» * «x»[«t»] * aRow[«t»] * «k»;
                }
            }
            """, "0.5, 0.25", "[1.5, -0.25, 0.5]", "[2, 1, 0]", "1", "0.25"),
        new("""
            public sealed partial class «class»(bool «h», Row «k»)
            {
                public double «p» { get; init; } = 0.75;
                public int «q» { get; } = 2;
                private readonly Row «f» = [1, 2, 3];
                private readonly double[] «g» = [3, 2, 1];
                public double Formula(Row «x», int «t», double aScale)
                {
                    double «l» = Max(«x») - Min(«x») + «x»[0] * «x»[^1];
                    double «m» = Count(«x» > «f»[«t»]) + Sum(«f» * «k») * «l» * aScale;
                    if («m» > 20) return «m»;
                    return «h» ? «l» - LogSoftmax(«x»)[«t»] : «m» * «p» * «q» * Sum(«g» * «x»);
                }
            }
            """, "true, [1, 2, 3]", "[1.5, -0.25, 0.5]", "1", "0.25"),
        new("""
            public sealed partial class «class»(int «h», double «k»)
            {
                private const double «f» = 1.25;
                private static readonly int «g» = 2;
                public int «p» { get; init; } = 2;
                public double «q» => 2 * «k»;
                public double Formula(double «x», int «t»)
                {
                    double «l» = Erf(«x» * «f»), «m» = Softplus(«l» * «t» - «h» * «g»);
                    return «p» * «m» + Clamp(«l», -1, «m») * «t» * «q» * «k»;
                }
            }
            """, "3, 0.25", "1.5", "2"),
        new("""
            public sealed partial class «class»(double[] «h», double? «k»)
            {
                public string «p» { get; init; } = "mean";
                public decimal «q» { get; } = 1.75m;
                private readonly double[,] «f» = { { 1, 2 }, { 3, 4 } };
                private readonly float «g» = 0.5f;
                public double Formula(double «x», double «t»)
                {
                    double «l» = «x» * global::System.Linq.Enumerable.Sum(«h», anElement => anElement * anElement), «m» = «l» + «t» * «f»[1, 0] * «h»[0];
                    return «k» is null ? «m» : «p» == "mean" ? «m» * «m» / «k».Value : «l» * «g» + (double)«q»;
                }
            }
            """, "[1, 2, 3], 0.25", "1.5", "0.25"),
    ];

    /// <summary>A file with the class under some names, in a namespace of its own.</summary>
    public string Source(string space, IReadOnlyDictionary<string, string> names) => $$"""
        // Some count, and return early: they jump.
        #pragma warning disable ADCE103
        namespace {{space}}
        {
            using AutoDiffCE;
            using static AutoDiffCE.LossMath;

            [Loss]
        {{Open().Replace(Text, match => "@" + names[match.Groups[1].Value])}}
        }
        """;

    /// <summary>A file with a class that runs its formula and its kernel at the sample.</summary>
    public string CheckSource(string space, string name)
    {
        bool isMap = Text.Contains("public Row Formula", StringComparison.Ordinal);
        string spans = string.Join(", ", Inputs.Select((input, position) =>
            IsRow(input) ? input : IsInteger(position) ? $"new int[] {{ {input} }}" : $"[{input}]"));
        string options = $"new global::AutoDiffCE.BatchOptions<double> {{ Classes = {(Inputs.Any(IsRow) ? 3 : 1)} }}";
        string type = $"global::{space}.@{name}";
        return $$"""
            namespace {{space}}Check
            {
                public static class Check
                {
                    public static double[] Formula()
                    {
                        {{type}} loss = new({{Arguments}});
                        return {{(isMap ? $"loss.Formula({string.Join(", ", Inputs)}).AsSpan().ToArray()" : $"[loss.Formula({string.Join(", ", Inputs)})]")}};
                    }

                    public static double[] Kernel()
                    {
                        {{type}} loss = new({{Arguments}});
                        double[] values = new double[{{(isMap ? 3 : 1)}}];
                        loss.Values({{spans}}, values, {{options}});
                        return values;
                    }
                }
            }
            """;
    }

    private static bool IsRow(string input) => input.StartsWith('[');

    private bool IsInteger(int position) =>
        Regex.Matches(Text, @"Formula\((.*)\)")[0].Groups[1].Value.Split(", ")[position].StartsWith("int ", StringComparison.Ordinal);

    [GeneratedRegex("«([a-z]+)»")]
    private static partial Regex Open();
}
