using System.Globalization;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// Writes an expression as a textbook would, in plain text: for comments, documentation and tests. A sum inside an expression that already varies
/// along i runs over j.
/// </summary>
internal sealed class FormulaPrinter
{
    private const int SumLevel = 1, ProductLevel = 2, SignLevel = 3, AtomLevel = 4;

    private static readonly string[] axisNames = ["i", "j", "k", "l", "m", "n"];

    // What is longer than this nobody reads; what is shared in a graph would be written again and again.
    private const int MaxNodes = 400;

    private readonly IReadOnlyDictionary<Node, string>? names;
    private readonly Dictionary<int, string> axes = [];

    // What an axis of an outer expression is called, also where an inner one hides it.
    private readonly List<string> inUse;

    private int left = MaxNodes;

    private FormulaPrinter(Node root, IReadOnlyDictionary<Node, string>? names)
    {
        this.names = names;
        foreach (int axis in root.Axes.Members())
            axes[axis] = AxisName(axis);
        inUse = [.. axes.Values];
    }

    /// <summary>The expression in full.</summary>
    public static string Print(Node node) => new FormulaPrinter(node, null).Write(node, 0);

    /// <summary>The expression of a node in terms of what has a name.</summary>
    public static string Print(Node node, IReadOnlyDictionary<Node, string> names) => new FormulaPrinter(node, names).Parts(node).Text;

    public static string AxisName(int axis) => axis < axisNames.Length ? axisNames[axis] : "a" + axis.ToString(CultureInfo.InvariantCulture);

    public static string Number(double value)
    {
        if (double.IsPositiveInfinity(value))
            return "∞";
        return double.IsNegativeInfinity(value) ? "−∞" : value.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−");
    }

    private string Write(Node node, int context)
    {
        Work.Step();
        if (--left < 0)
            return "…";
        if (names is not null && names.TryGetValue(node, out string? name))
            return name;
        (string text, int level) = Parts(node);
        return level < context ? "(" + text + ")" : text;
    }

    private (string Text, int Level) Parts(Node node) => node.Operation switch
    {
        Operation.Constant => (Number(node.Value), node.Value < 0 ? SignLevel : AtomLevel),
        Operation.Truth => (node.Value != 0 ? "true" : "false", AtomLevel),
        Operation.Scalar or Operation.Element when node.IsHeld => ("stopGradient(" + Input(node) + ")", AtomLevel),
        Operation.HyperParameter or Operation.Scalar or Operation.Label => (node.Name, AtomLevel),
        Operation.Index => (axes.TryGetValue(node.Axis, out string? axis) ? axis : AxisName(node.Axis), AtomLevel),
        Operation.Length => ("classes", AtomLevel),
        Operation.Element or Operation.SharedElement => (Input(node), AtomLevel),
        Operation.Add => (Sum(node), SumLevel),
        Operation.Multiply => (string.Join(" · ", node.Operands.Select(operand => Write(operand, ProductLevel + 1))), ProductLevel),
        Operation.Negate => ("−" + Write(node.First, ProductLevel), SignLevel - 1),
        Operation.Divide => (Write(node.First, ProductLevel) + " / " + Write(node.Second, ProductLevel + 1), ProductLevel),
        // The laws of zero and infinity that these keep are no part of the mathematics.
        Operation.Call when node.Is(Functions.StrongProduct) => (Write(node.First, ProductLevel + 1) + " · " + Write(node.Second, ProductLevel + 1), ProductLevel),
        Operation.Call when node.Is(Functions.QuotientOrZero) => (Write(node.First, ProductLevel) + " / " + Write(node.Second, ProductLevel + 1), ProductLevel),
        Operation.Call when node.Is(Functions.WeightedQuotient) => (string.Join(" · ", node.Operands.Take(2).Select(operand => Write(operand, ProductLevel + 1)))
            + " / " + Write(node.Third, ProductLevel + 1), ProductLevel),
        Operation.Call when node.Is(Functions.ProductOrZero) => Parts(node.Second),
        Operation.Call when node.Is(Functions.BelowInfinity) || node.Is(Functions.Grouped) =>
            names is not null && names.TryGetValue(node.First, out string? inner) ? (inner, AtomLevel) : Parts(node.First),
        Operation.Call when node.Is(Functions.SoftplusMinusMultiple) =>
            ("softplus(" + Write(node.First, 0) + ") − " + Write(node.Second, ProductLevel + 1) + " · " + Write(node.First, ProductLevel + 1), SumLevel),
        Operation.Call when node.Is(Functions.ElementAt) => Element(node.First, node.Second),
        Operation.Call when node.Is(Functions.ReciprocalOrZero) => ("1 / " + Write(node.First, ProductLevel + 1), ProductLevel),
        Operation.Call => (Name(node) + "(" + string.Join(", ", node.Operands.Select(operand => Write(operand, 0))) + ")", AtomLevel),
        Operation.LessThan => (Between(node, " < "), 0),
        Operation.LessThanOrEqual => (Between(node, " ≤ "), 0),
        Operation.Equal when node.IsFlagUnset => ("not " + node.First.Name, 0),
        Operation.Equal when node.First.Is(Functions.Attained) => (Attained(node.First.First, node.First.Second), 0),
        Operation.Equal => (Between(node, " = "), 0),
        Operation.And => (Between(node, " and "), 0),
        Operation.Or => (Between(node, " or "), 0),
        Operation.Not when node.First.IsFlagUnset => (node.First.First.Name, AtomLevel),
        Operation.Not => ("not (" + Write(node.First, 0) + ")", AtomLevel),
        Operation.Select => ("[" + Write(node.First, 0) + " ? " + Write(node.Second, 0) + " : " + Write(node.Third, 0) + "]", AtomLevel),
        _ when node.IsReduction => (Reduction(node), AtomLevel),
        _ => throw new UnknownOperationException(node.Operation),
    };

    private string Input(Node node) => node.Operation == Operation.Scalar ? node.Name : node.Name + "[" + Write(node.First, 0) + "]";

    private static string Name(Node node)
    {
        Function function = node.Is(Functions.MaxOfNumber) ? Functions.Max : node.Is(Functions.MinOfNumber) ? Functions.Min : node.Function!;
        string name = function.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private string Between(Node node, string sign) => Write(node.First, SumLevel) + sign + Write(node.Second, SumLevel);

    // The element of a row at an index is its extremum.
    private string Attained(Node extremum, Node index)
    {
        (string element, int level) = Element(extremum, index);
        return (level < SumLevel ? "(" + element + ")" : element) + " = " + Write(extremum, SumLevel);
    }

    // The element at an index of the row that is reduced
    private (string Text, int Level) Element(Node reduction, Node index)
    {
        string position = Write(index, 0);
        bool shadows = axes.TryGetValue(reduction.Axis, out string? outer);
        axes[reduction.Axis] = position;
        (string Text, int Level) element = Parts(reduction.First);
        if (shadows)
            axes[reduction.Axis] = outer!;
        else
            axes.Remove(reduction.Axis);
        return element;
    }

    private string Sum(Node node)
    {
        Node[] terms = [.. node.Operands.OrderBy(IsNegative)];
        string text = Write(terms[0], SumLevel);
        foreach (Node term in terms.Skip(1))
        {
            text += term switch
            {
                { Operation: Operation.Negate } => " − " + Write(term.First, ProductLevel),
                { Operation: Operation.Constant, Value: < 0 } => " − " + Number(-term.Value),
                _ => " + " + Write(term, SumLevel + 1),
            };
        }
        return text;
    }

    private static bool IsNegative(Node term) => term.Operation == Operation.Negate || term is { Operation: Operation.Constant, Value: < 0 };

    private string Reduction(Node node)
    {
        string name = node.Operation switch
        {
            Operation.Sum => "Σ",
            Operation.Max => "max",
            Operation.Min => "min",
            Operation.Norm => "norm",
            Operation.LogSumExp => "logSumExp",
            _ => throw new UnknownOperationException(node.Operation),
        };
        string excluded = node.Excluded is null ? "" : "≠" + Write(node.Excluded, 0);
        bool shadows = axes.TryGetValue(node.Axis, out string? outer);
        axes[node.Axis] = axisNames.Except(inUse).FirstOrDefault() ?? AxisName(node.Axis);
        inUse.Add(axes[node.Axis]);
        string subscript = excluded.Length == 0 ? axes[node.Axis] : "{" + axes[node.Axis] + excluded + "}";
        string text = name + "_" + subscript + "(" + Write(node.First, 0) + ")";
        inUse.Remove(axes[node.Axis]);
        if (shadows)
            axes[node.Axis] = outer!;
        else
            axes.Remove(node.Axis);
        return text;
    }
}
