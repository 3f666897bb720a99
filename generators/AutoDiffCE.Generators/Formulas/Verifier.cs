namespace AutoDiffCE.Generators.Formulas;

/// <summary>Checks what every pass must keep: it runs between passes in tests and in Debug builds.</summary>
internal static class Verifier
{
    /// <summary>Throws where an expression is malformed.</summary>
    /// <exception cref="InvalidOperationException">The message names the node and the rule it breaks.</exception>
    public static void Verify(Node root, AxisSet allowedAxes)
    {
        Visit(root, []);
        Check(allowedAxes.ContainsAll(root.Axes), root, "varies along an axis that nothing binds");
    }

    private static void Visit(Node node, HashSet<Node> seen)
    {
        if (!seen.Add(node))
            return;
        foreach (Node operand in node.Operands)
        {
            Check(operand.Id < node.Id, node, "comes before its operand");
            Visit(operand, seen);
        }
        CheckOperands(node);
    }

    private static void CheckOperands(Node node)
    {
        (int minimum, int maximum) = node.Operation switch
        {
            Operation.Constant or Operation.Truth or Operation.HyperParameter or Operation.Scalar => (0, 0),
            Operation.Label or Operation.Index or Operation.Length => (0, 0),
            Operation.Element or Operation.SharedElement or Operation.Negate or Operation.Not => (1, 1),
            Operation.Add or Operation.Multiply => (2, int.MaxValue),
            Operation.Call => (node.Function!.Arity, node.Function.Arity),
            Operation.Select => (3, 3),
            Operation.Sum or Operation.Max or Operation.Min or Operation.LogSumExp or Operation.Norm => (1, 2),
            Operation.Divide or Operation.LessThan or Operation.LessThanOrEqual or Operation.Equal or Operation.And or Operation.Or => (2, 2),
            _ => throw new UnknownOperationException(node.Operation),
        };
        Check(node.Operands.Length >= minimum && node.Operands.Length <= maximum, node, "has the wrong number of operands");

        bool booleans = node.Operation is Operation.And or Operation.Or or Operation.Not;
        for (int index = 0; index < node.Operands.Length; index++)
        {
            bool expected = booleans || (node.Operation == Operation.Select && index == 0);
            Check(node.Operands[index].Kind == ValueKind.Boolean == expected, node, "mixes truths and numbers");
        }
        if (node.Operation is Operation.Element or Operation.SharedElement)
            Check(IsIndex(node.First), node, "is indexed by what is not an integer");
        if (node.Excluded is { } excluded)
            Check(IsIndex(excluded) && !excluded.Axes.Contains(node.Axis), node, "leaves out what is not an index");
    }

    private static bool IsIndex(Node node) => node.Kind == ValueKind.Integer || node.Operation is Operation.Constant or Operation.Add or Operation.Negate;

    // The operands can be printed, since they have been checked before; the node itself may lack some.
    private static void Check(bool condition, Node node, string problem)
    {
        if (!condition)
            throw new InvalidOperationException($"Node {node.Id} ({node.Operation} of {string.Join(", ", node.Operands)}) {problem}.");
    }
}
