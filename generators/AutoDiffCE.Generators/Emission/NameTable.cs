using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// One name for each expression of a kernel: the user's own where there is one, else what a textbook would call it. An index along the row is the
/// suffix _i, a second one _j, as in mathematics.
/// </summary>
internal sealed class NameTable(IReadOnlyDictionary<Node, string> hints, IEnumerable<string> reserved)
{
    /// <summary>The names that a kernel uses itself.</summary>
    public static readonly ImmutableArray<string> KernelWords =
    [
        "frame", "sweep", "rest", "sample", "at", "first", "i", "j", "k", "l", "m", "n", "end", "step", "hole", "classes", "rows", "value", "V", "T", "TOrder", "Shape", "Prepare", "Values", "ValuesAndGradient", "Strong", "LossMath", "Math",
    ];

    private readonly Dictionary<Node, string> names = [];
    private readonly HashSet<string> taken = [.. reserved];

    public string this[Node node]
    {
        get
        {
            if (!names.TryGetValue(node, out string? name))
                names[node] = name = Unique(Preferred(node));
            return name;
        }
    }

    /// <summary>Gives a node the name that it has for the user.</summary>
    public void Fix(Node node, string name)
    {
        taken.Add(name);
        names[node] = Identifier(name);
    }

    /// <summary>A name that is taken by nothing else in the kernel.</summary>
    public string Unique(string preferred)
    {
        string name = preferred;
        for (int number = 2; !taken.Add(name); number++)
            name = preferred + number.ToString(CultureInfo.InvariantCulture);
        return Identifier(name);
    }

    /// <summary>A name as C# takes it, whatever words it reserves.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name that an input or a captured row has in a kernel: its own, unless the kernel uses that itself.</summary>
    public static string InKernel(string name) => KernelWords.Contains(name) ? name + "Input" : Identifier(name);

    private string Preferred(Node node)
    {
        string stem = hints.TryGetValue(node, out string? hint) ? hint : Stem(node);
        string suffix = string.Concat(node.Axes.Members().Select(FormulaPrinter.AxisName));
        return suffix.Length == 0 ? stem : stem + "_" + suffix;
    }

    private static string Stem(Node node) => node.Operation switch
    {
        Operation.Element or Operation.SharedElement => node.Name + ElementSuffix(node.First),
        Operation.HyperParameter or Operation.Scalar => node.Name,
        Operation.Label => node.Name + "Number",
        Operation.Length => "classCount",
        Operation.Index => "position",
        Operation.Add => "total",
        Operation.Multiply => "product",
        Operation.Negate => "opposite",
        Operation.Divide => "ratio",
        Operation.Select => "chosen",
        Operation.Sum => "sum",
        Operation.Max => "maximum",
        Operation.Min => "minimum",
        Operation.Norm => "norm",
        Operation.Call => FunctionStem(node),
        _ => "condition",
    };

    private static string ElementSuffix(Node index) => index.Operation switch
    {
        Operation.Index => "",
        Operation.Label => "_" + index.Name,
        Operation.Constant => "_" + index.Value.ToString(CultureInfo.InvariantCulture),
        _ => "_last",
    };

    private static string FunctionStem(Node node)
    {
        if (node.Is(Functions.Exp))
            return node.First is { Operation: Operation.Negate, First: { Operation: Operation.Call } inner } && inner.Is(Functions.Abs) ? "decay" : "exponential";
        if (node.Is(Functions.Log) || node.Is(Functions.LogP1))
            return "logarithm";
        if (node.Is(Functions.Sqrt))
            return "root";
        if (node.Is(Functions.Abs))
            return "magnitude";
        if (node.Is(Functions.Max))
            return "larger";
        if (node.Is(Functions.Min))
            return "smaller";
        if (node.Is(Functions.StrongProduct))
            return "product";
        if (node.Is(Functions.ReciprocalOrZero))
            return "reciprocal";
        string name = node.Function!.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
