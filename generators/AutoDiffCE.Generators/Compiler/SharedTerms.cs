using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>The per-sample terms that occur more than once in some expressions, each under the user's name for it or a letter of its own.</summary>
internal sealed class SharedTerms
{
    // Shorter than this, a name is no help.
    private const int ShortestTerm = 14;

    private const string Letters = "abcdefghuvwz";

    private readonly Dictionary<Node, string> names = [];
    private readonly List<string> definitions = [];

    public SharedTerms(IReadOnlyList<Node> roots, IReadOnlyCollection<string> taken, IReadOnlyDictionary<Node, string> hints)
    {
        var uses = new Dictionary<Node, int>();
        List<Node> order = TopologicalOrder.FromLeaves(roots);
        foreach (Node operand in order.SelectMany(node => node.Operands).Concat(roots))
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;

        Queue<string> free = new(Letters.Select(letter => letter.ToString()).Except(taken));
        foreach (Node node in order.Where(node => IsTerm(node) && uses[node] > 1))
        {
            string text = Print(node);
            bool isNamed = hints.TryGetValue(node, out string? hint) && !taken.Contains(hint) && !names.ContainsValue(hint);
            if (!isNamed && (text.Length < ShortestTerm || free.Count == 0))
                continue;
            names[node] = isNamed ? hint! : free.Dequeue();
            definitions.Add(names[node] + " = " + text);
        }
    }

    /// <summary>A line for each term, those it is made of before it.</summary>
    public IReadOnlyList<string> Definitions => definitions;

    /// <summary>An expression in the terms that have a name; a named one in terms of the others.</summary>
    public string Print(Node node) => FormulaPrinter.Print(node, names);

    private static bool IsTerm(Node node) =>
        node.Axes.IsEmpty && node.Kind == ValueKind.Real && !node.Operands.IsEmpty
        && node.Operation is not (Operation.Negate or Operation.Element or Operation.SharedElement);
}
