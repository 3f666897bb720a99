using System.Globalization;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>Writes an expression as a textbook would, in plain text: for comments, documentation and tests.</summary>
internal static class FormulaPrinter
{
    private const int SumLevel = 1, ProductLevel = 2, SignLevel = 3, AtomLevel = 4;

    private static readonly string[] axisNames = ["i", "j", "k", "l"];

    public static string Print(Node node) => Print(node, 0);

    public static string AxisName(int axis) => axis < axisNames.Length ? axisNames[axis] : "a" + axis.ToString(CultureInfo.InvariantCulture);

    public static string Number(double value)
    {
        if (double.IsPositiveInfinity(value))
            return "∞";
        return double.IsNegativeInfinity(value) ? "−∞" : value.ToString("R", CultureInfo.InvariantCulture).Replace("-", "−");
    }

    private static string Print(Node node, int context)
    {
        (string text, int level) = Parts(node);
        return level < context ? "(" + text + ")" : text;
    }

    private static (string Text, int Level) Parts(Node node) => node.Operation switch
    {
        Operation.Constant => (Number(node.Value), node.Value < 0 ? SignLevel : AtomLevel),
        Operation.Truth => (node.Value != 0 ? "true" : "false", AtomLevel),
        Operation.HyperParameter or Operation.Scalar or Operation.Label => (node.Name, AtomLevel),
        Operation.Index => (AxisName(node.Axis), AtomLevel),
        Operation.Length => ("classes", AtomLevel),
        Operation.Element or Operation.SharedElement => (node.Name + "[" + Print(node.First) + "]", AtomLevel),
        Operation.Add => (Sum(node), SumLevel),
        Operation.Multiply => (string.Join(" · ", node.Operands.Select(operand => Print(operand, ProductLevel + 1))), ProductLevel),
        Operation.Negate => ("−" + Print(node.First, ProductLevel), SignLevel - 1),
        Operation.Divide => (Print(node.First, ProductLevel) + " / " + Print(node.Second, ProductLevel + 1), ProductLevel),
        Operation.Call => (Name(node) + "(" + string.Join(", ", node.Operands.Select(Print)) + ")", AtomLevel),
        Operation.LessThan => (Print(node.First, SumLevel) + " < " + Print(node.Second, SumLevel), 0),
        Operation.LessThanOrEqual => (Print(node.First, SumLevel) + " ≤ " + Print(node.Second, SumLevel), 0),
        Operation.Equal => (Print(node.First, SumLevel) + " = " + Print(node.Second, SumLevel), 0),
        Operation.And => (Print(node.First, SumLevel) + " and " + Print(node.Second, SumLevel), 0),
        Operation.Or => (Print(node.First, SumLevel) + " or " + Print(node.Second, SumLevel), 0),
        Operation.Not => ("not (" + Print(node.First) + ")", AtomLevel),
        Operation.Select => ("[" + Print(node.First) + " ? " + Print(node.Second) + " : " + Print(node.Third) + "]", AtomLevel),
        _ => (Reduction(node), AtomLevel),
    };

    private static string Name(Node node)
    {
        string name = node.Function!.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static string Sum(Node node)
    {
        string text = Print(node.First, SumLevel);
        foreach (Node term in node.Operands.Skip(1))
        {
            text += term switch
            {
                { Operation: Operation.Negate } => " − " + Print(term.First, ProductLevel),
                { Operation: Operation.Constant, Value: < 0 } => " − " + Number(-term.Value),
                _ => " + " + Print(term, SumLevel + 1),
            };
        }
        return text;
    }

    private static string Reduction(Node node)
    {
        string name = node.Operation switch
        {
            Operation.Sum => "Σ",
            Operation.Max => "max",
            Operation.Min => "min",
            _ => "logSumExp",
        };
        string subscript = AxisName(node.Axis) + (node.Excluded is null ? "" : "≠" + Print(node.Excluded));
        return name + "_" + subscript + "(" + Print(node.First) + ")";
    }
}
