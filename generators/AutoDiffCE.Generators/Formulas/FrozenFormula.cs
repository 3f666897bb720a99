using System.Collections.Immutable;

namespace AutoDiffCE.Generators.Formulas;

/// <summary>
/// A formula as the generator's pipeline keeps it between edits: plain data that equals another formula's when they mean the same. Nodes stand in
/// the order of first use from the value down, so that it does not depend on how the formula was read.
/// </summary>
internal sealed record FrozenFormula(
    EquatableArray<FrozenNode> Nodes, EquatableArray<FormulaInput> Inputs, EquatableArray<HyperParameter> HyperParameters, int MinClasses)
{
    public static FrozenFormula Freeze(Formula formula)
    {
        Dictionary<Node, int> positions = [];
        var nodes = ImmutableArray.CreateBuilder<FrozenNode>();

        int Visit(Node node)
        {
            Work.Step();
            if (positions.TryGetValue(node, out int position))
                return position;
            ImmutableArray<int> operands = [.. node.Operands.Select(Visit)];
            string hint = formula.Hints.TryGetValue(node, out string? name) ? name : "";
            nodes.Add(new FrozenNode(node.Operation, operands, node.Value, node.Name, node.Axis, node.Function?.Name ?? "", hint));
            positions.Add(node, nodes.Count - 1);
            return nodes.Count - 1;
        }

        Visit(formula.Value);
        return new FrozenFormula(nodes.ToImmutable(), formula.Inputs, formula.HyperParameters, formula.Table.MinClasses);
    }

    public Formula Thaw()
    {
        var table = new NodeTable();
        table.NeedClasses(MinClasses);
        List<Node> thawed = [];
        Dictionary<Node, string> hints = [];
        foreach (FrozenNode frozen in Nodes)
        {
            Function? function = frozen.Function.Length == 0 ? null : Functions.ByName(frozen.Function);
            ImmutableArray<Node> operands = [.. frozen.Operands.Select(position => thawed[position])];
            Node node = table.Make(frozen.Operation, operands, frozen.Value, frozen.Name, frozen.Axis, function);
            thawed.Add(node);
            if (frozen.Hint.Length > 0)
                hints[node] = frozen.Hint;
        }
        return new Formula(table, thawed[thawed.Count - 1], [.. Inputs], [.. HyperParameters], hints);
    }
}
