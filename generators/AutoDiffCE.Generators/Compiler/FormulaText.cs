using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// Writes a formula as the runtime reads it, to evaluate a sample again that the kernel could not: postfix, words with spaces between them, what is used
/// more than once by number.
/// </summary>
internal sealed class FormulaText
{
    private readonly Dictionary<string, int> reals;
    private readonly Dictionary<string, int> labels;
    private readonly Dictionary<string, int> captures;
    private readonly Dictionary<Node, int> uses = [];
    private readonly Dictionary<Node, int> numbers = [];
    private readonly List<string> words = [];

    private FormulaText(IReadOnlyCollection<FormulaInput> inputs, IReadOnlyCollection<HyperParameter> hyperParameters, Node value)
    {
        reals = Positions(inputs.Where(input => input.Kind is InputKind.Row or InputKind.Scalar).Select(input => input.Name));
        labels = Positions(inputs.Where(input => input.Kind is InputKind.Label or InputKind.Integer).Select(input => input.Name));
        captures = Positions(hyperParameters.Select(parameter => parameter.Name));
        foreach (Node operand in TopologicalOrder.FromLeaves([value]).SelectMany(node => node.Operands))
            uses[operand] = uses.TryGetValue(operand, out int count) ? count + 1 : 1;
    }

    /// <summary>The text.</summary>
    /// <param name="inputs">The inputs of the kernel.</param>
    /// <param name="hyperParameters">What it captures.</param>
    /// <param name="value">The formula, as it was written.</param>
    public static string Write(IReadOnlyCollection<FormulaInput> inputs, IReadOnlyCollection<HyperParameter> hyperParameters, Node value)
    {
        var text = new FormulaText(inputs, hyperParameters, value);
        text.Visit(value);
        return string.Join(" ", text.words);
    }

    private static Dictionary<string, int> Positions(IEnumerable<string> names) =>
        names.Select((name, position) => (name, position)).ToDictionary(pair => pair.name, pair => pair.position, StringComparer.Ordinal);

    private void Visit(Node node)
    {
        Work.Step();
        if (numbers.TryGetValue(node, out int number))
        {
            words.Add("$" + Whole(number));
            return;
        }
        foreach (Node operand in node.Operands)
            Visit(operand);
        words.Add(Word(node));
        if (node.Operands.IsEmpty || !uses.TryGetValue(node, out int count) || count == 1)
            return;
        numbers[node] = numbers.Count;
        words.Add("=" + Whole(numbers.Count - 1));
    }

    private string Word(Node node) => node.Operation switch
    {
        Operation.Constant => double.IsNaN(node.Value) || double.IsInfinity(node.Value) ? node.Value.ToString(CultureInfo.InvariantCulture) : Numbers.Short(node.Value),
        Operation.Truth => node.Value != 0 ? "1" : "0",
        Operation.HyperParameter => "c" + Whole(captures[node.Name]),
        Operation.SharedElement => "c" + Whole(captures[node.Name]) + "[]",
        Operation.Scalar => "x" + Whole(reals[node.Name]),
        Operation.Element => "x" + Whole(reals[node.Name]) + "[]",
        Operation.Label => "k" + Whole(labels[node.Name]),
        Operation.Index => "#" + Whole(node.Axis),
        Operation.Length => "classes",
        Operation.Add => "+" + Whole(node.Operands.Length),
        Operation.Multiply => "*" + Whole(node.Operands.Length),
        Operation.Negate => "neg",
        Operation.Divide => "/",
        Operation.Call => node.Function!.Name,
        Operation.LessThan => "<",
        Operation.LessThanOrEqual => "<=",
        Operation.Equal => "==",
        Operation.And => "and",
        Operation.Or => "or",
        Operation.Not => "not",
        Operation.Select => "?",
        _ when node.IsReduction => node.Operation + "#" + Whole(node.Axis) + (node.Excluded is null ? "" : "!"),
        _ => throw new UnknownOperationException(node.Operation),
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
