using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes, in double, what all samples share: it runs once per call. What has a local or a field is written as its name.</summary>
/// <param name="locals">What has a name.</param>
/// <param name="captured">The text of a hyper-parameter.</param>
internal sealed class SharedExpressions(IReadOnlyDictionary<Node, string> locals, Func<string, string> captured)
{
    public string Write(Node node) => locals.TryGetValue(node, out string? name) ? name : WriteDefinition(node);

    /// <summary>The expression of a node that is about to get its name.</summary>
    public string WriteDefinition(Node node) => node.Operation switch
    {
        Operation.Constant => LaneExpressions.Literal(node.Value),
        Operation.Truth => node.Value != 0 ? "true" : "false",
        Operation.HyperParameter => captured(node.Name),
        Operation.Length => "classes",
        Operation.Index => FormulaPrinter.AxisName(node.Axis),
        Operation.SharedElement => captured(node.Name) + ".AsSpan()[" + Position(node.First) + "]",
        Operation.Add => "(" + string.Join(" + ", node.Operands.Select(Write)).Replace("+ -", "- ") + ")",
        Operation.Multiply => "(" + string.Join(" * ", node.Operands.Select(Write)) + ")",
        Operation.Negate => "-" + Write(node.First),
        Operation.Divide => "(" + Write(node.First) + " / " + Write(node.Second) + ")",
        Operation.Call => node.Function!.Shared + "(" + string.Join(", ", node.Operands.Select(Write)) + ")",
        Operation.LessThan => "(" + Write(node.First) + " < " + Write(node.Second) + ")",
        Operation.LessThanOrEqual => "(" + Write(node.First) + " <= " + Write(node.Second) + ")",
        Operation.Equal => "(" + Write(node.First) + " == " + Write(node.Second) + ")",
        Operation.And => "(" + Write(node.First) + " && " + Write(node.Second) + ")",
        Operation.Or => "(" + Write(node.First) + " || " + Write(node.Second) + ")",
        Operation.Not => "!" + Write(node.First),
        Operation.Select => "(" + Write(node.First) + " ? " + Write(node.Second) + " : " + Write(node.Third) + ")",
        _ => throw new InvalidOperationException($"{node.Operation} '{node}' has no name where it is used."),
    };

    private string Position(Node index) => index.Operation == Operation.Constant ? LaneExpressions.Literal(index.Value) : Write(index);
}
