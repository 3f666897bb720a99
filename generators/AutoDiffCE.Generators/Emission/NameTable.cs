using System.Globalization;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// Every name in the text of one kernel, of fields, methods, parameters and locals alike. What the author of a formula calls a thing is a wish, and so is
/// what a textbook would call it; what is taken gets a number. An index along the row is the suffix _i, a second one _j, as in mathematics.
/// </summary>
internal sealed class NameTable
{
    // Beyond this a name no longer helps a reader, and C# has a limit, too.
    private const int LongestName = 100;

    private const int Axes = 16;

    // What the text of every kernel says itself, and what every struct has.
    private static readonly string[] kernelWords =
    [
        "kernel", "frame", "sweep", "sample", "at", "first", "end", "step", "hole", "classes", "rows",
        "V", "T", "TOrder", "TGoal", "Shape", "Prepare", "FitsSingle", "Capture", "Run", "Values", "ValuesAndGradient", "Passes",
        "Math", "LossMath", "Strong", "SharedRow", "SharedLogSumExp", "SharedNorm", "Row", "ReadOnlySpan", "Span", "Memory", "Pointer", "Frame", "Sweep", "ClassRest",
        "IKernel", "IKernelGoal", "KernelShape", "KernelInput", "KernelInputKind", "LabelRole", "MethodImpl", "MethodImplOptions", "ILanes", "ILoopOrder",
        "IBinaryFloatingPointIeee754",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
        .. Enumerable.Range(0, Axes).Select(FormulaPrinter.AxisName),
    ];

    private readonly IReadOnlyDictionary<Node, string> hints;
    private readonly HashSet<string> taken;
    // The last number that was given to a name.
    private readonly Dictionary<string, int> last = [];
    private readonly Dictionary<Node, string> nodes = [];
    private readonly Dictionary<Node, string> lanes = [];
    private readonly Dictionary<int, string> rests = [];
    private readonly Dictionary<string, string> inputs, indices, captured;
    private readonly string[] gradients;

    /// <summary>Inputs and what is captured come first, so that they keep their names where the kernel itself does not need them.</summary>
    public NameTable(CompiledKernel kernel)
    {
        hints = kernel.Hints;
        taken = [.. kernelWords, kernel.Name];
        inputs = kernel.Inputs.ToDictionary(input => input.Name, input => Take(input.Name));
        captured = kernel.HyperParameters.Select(parameter => parameter.Name).Concat(kernel.ComputedRows.Select(row => row.Name))
            .ToDictionary(name => name, Take);
        gradients = [.. kernel.RealInputs.Select(input => Take(input.GradientName))];
        indices = kernel.IntegerInputs.ToDictionary(input => input.Name, input => Take(input.Name + "Index"));
    }

    /// <summary>The number, or the row of numbers, that an expression is.</summary>
    public string this[Node node] => CSharpNames.Escape(Raw(node));

    /// <summary>An input: its memory, or the number that a scalar is.</summary>
    public string Input(string name) => CSharpNames.Escape(inputs[name]);

    /// <summary>The memory for the gradient by a floating-point input.</summary>
    public string Gradient(int input) => CSharpNames.Escape(gradients[input]);

    /// <summary>An integer input in the bits of a register.</summary>
    public string Index(string label) => CSharpNames.Escape(indices[label]);

    /// <summary>A hyper-parameter, or a row that is computed: its field, and what holds it in a method.</summary>
    public string Captured(string name) => CSharpNames.Escape(captured[name]);

    /// <summary>What a pass has of a reduction, a part for each lane.</summary>
    public string Lanes(Node reduction)
    {
        if (!lanes.TryGetValue(reduction, out string? name))
            lanes[reduction] = name = Take(Raw(reduction) + "Lanes");
        return CSharpNames.Escape(name);
    }

    /// <summary>What a pass leaves to the end.</summary>
    public string Rest(int pass)
    {
        if (!rests.TryGetValue(pass, out string? name))
            rests[pass] = name = Take("rest" + pass.ToString(CultureInfo.InvariantCulture));
        return CSharpNames.Escape(name);
    }

    /// <summary>A name that is taken by nothing else in the kernel.</summary>
    public string Unique(string preferred) => CSharpNames.Escape(Take(preferred));

    private string Raw(Node node)
    {
        if (node.Operation == Operation.HyperParameter)
            return captured[node.Name];
        if (node.Operation == Operation.Scalar && inputs.TryGetValue(node.Name, out string? input))
            return input;
        if (!nodes.TryGetValue(node, out string? name))
            nodes[node] = name = Take(Preferred(node));
        return name;
    }

    private string Take(string preferred)
    {
        string stem = preferred.Length <= LongestName ? preferred : preferred.Substring(0, LongestName);
        string name = stem;
        int number = last.TryGetValue(stem, out int known) ? known : 1;
        while (!taken.Add(name))
            name = stem + (++number).ToString(CultureInfo.InvariantCulture);
        last[stem] = number;
        return name;
    }

    private string Preferred(Node node)
    {
        string stem = hints.TryGetValue(node, out string? hint) ? hint : Stem(node);
        string suffix = string.Concat(node.Axes.Members().Select(FormulaPrinter.AxisName));
        return suffix.Length == 0 ? stem : stem + "_" + suffix;
    }

    private static string Stem(Node node) => (node.Operation is Operation.Length ? null : SpelledName.Of(node)) ?? node.Operation switch
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
        Operation.Equal when node.Second.IsConstant(0) || node.First.IsConstant(0) => "isZero",
        _ => "condition",
    };

    private static string ElementSuffix(Node index) => index.Operation switch
    {
        Operation.Index => "",
        Operation.Label => "_" + index.Name,
        Operation.Constant => "_" + index.Value.ToString(CultureInfo.InvariantCulture),
        _ => "_last",
    };

    // e^−|x| is what is small beside one.
    private static string FunctionStem(Node node) =>
        node.Is(Functions.Exp) && node.First is { Operation: Operation.Negate, First: { Operation: Operation.Call } inner } && inner.Is(Functions.Abs)
            ? "decay"
            : node.Function!.LocalName;
}
