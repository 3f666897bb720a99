using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes an expression over registers. What has a local is written as its name.</summary>
internal sealed class LaneExpressions(IReadOnlyDictionary<Node, string> locals, NameTable names)
{
    private const int SumLevel = 1, ProductLevel = 2, SignLevel = 3, AtomLevel = 4;

    public string Write(Node node) => Write(node, 0);

    /// <summary>The expression of a node that is about to get its local.</summary>
    public string WriteDefinition(Node node) => Parts(node).Text;

    private string Write(Node node, int context)
    {
        if (locals.TryGetValue(node, out string? name))
            return name;
        (string text, int level) = Parts(node);
        return level < context ? "(" + text + ")" : text;
    }

    private (string Text, int Level) Parts(Node node) => node.Operation switch
    {
        Operation.Constant => (Constant(node.Value), AtomLevel),
        Operation.Truth => (node.Value != 0 ? "V.Not(V.Zero)" : "V.Zero", AtomLevel),
        Operation.Index => ("V.IndexToNumber(" + Index(node) + ")", AtomLevel),
        Operation.Add => (Sum(node), SumLevel),
        Operation.Multiply => (string.Join(" * ", node.Operands.Select((factor, place) => Write(factor, place == 0 ? ProductLevel : SignLevel))), ProductLevel),
        // Two signs in a row would be a decrement.
        Operation.Negate => ("-" + Write(node.First, AtomLevel), SignLevel),
        Operation.Divide => (Write(node.First, ProductLevel) + " / " + Write(node.Second, ProductLevel + 1), ProductLevel),
        Operation.Call => (Call(node), AtomLevel),
        Operation.LessThan => (Invoke("V.LessThan", node.Operands), AtomLevel),
        Operation.LessThanOrEqual => (Invoke("V.LessThanOrEqual", node.Operands), AtomLevel),
        Operation.Equal when Positions.AreIndices(node) => ("V.IndexEqual(" + Index(node.First) + ", " + Index(node.Second) + ")", AtomLevel),
        Operation.Equal => (Invoke("V.Equal", node.Operands), AtomLevel),
        Operation.And => (Invoke("V.And", node.Operands), AtomLevel),
        Operation.Or => (Invoke("V.Or", node.Operands), AtomLevel),
        Operation.Not => (Invoke("V.Not", node.Operands), AtomLevel),
        Operation.Select => (Invoke("V.Select", node.Operands), AtomLevel),
        _ => throw new InvalidOperationException($"{node.Operation} '{node}' has no local where it is used."),
    };

    /// <summary>An index in the bits of a register.</summary>
    public string Index(Node node) => node.Operation switch
    {
        Operation.Index => node.Axis == AxisSet.Row ? "TOrder.Classes(first)" : "V.CreateIndex((int)" + FormulaPrinter.AxisName(node.Axis) + ")",
        Operation.Label => names.Index(node.Name),
        Operation.Constant => "V.CreateIndex(" + Numbers.Integer(node.Value) + ")",
        Operation.Length or Operation.Add => "V.CreateIndex(" + SharedExpressions.Position(node, "frame.Classes") + ")",
        _ => throw new InvalidOperationException($"'{node}' is not an index."),
    };

    // −0 is a number of its own: 1 / −0 is −∞.
    private static string Constant(double value) =>
        value == 0 && !Numbers.IsNegative(value) ? "V.Zero" : "V.Create(" + Numbers.Short(value) + ")";

    // The order is that of evaluation, so it stays; −a + b is b − a to the last bit.
    private string Sum(Node node)
    {
        Node[] terms = [.. node.Operands];
        if (IsNegative(terms[0]) && !IsNegative(terms[1]))
            (terms[0], terms[1]) = (terms[1], terms[0]);
        string text = Write(terms[0], SumLevel);
        foreach (Node term in terms.Skip(1))
        {
            text += IsNegative(term) ? " - " + Write(term.First, ProductLevel) : " + " + Write(term, ProductLevel);
        }
        return text;
    }

    private bool IsNegative(Node term) => term.Operation == Operation.Negate && !locals.ContainsKey(term);

    private string Call(Node node)
    {
        string lanes = node.Function!.Lanes ?? throw new InvalidOperationException($"'{node}' was not lowered.");
        return Invoke(lanes.Contains('.') ? lanes : "V." + lanes, node.Operands);
    }

    private string Invoke(string function, IEnumerable<Node> operands) => function + "(" + string.Join(", ", operands.Select(operand => Write(operand))) + ")";
}
