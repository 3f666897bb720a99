using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// Writes a formula as the runtime reads it, to evaluate a sample again that the kernel could not, in the words of <see cref="FormulaWords"/>; what is used more
/// than once by number.
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
        reals = Positions(inputs.Where(input => input.Kind.IsReal).Select(input => input.Name));
        labels = Positions(inputs.Where(input => !input.Kind.IsReal).Select(input => input.Name));
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
            words.Add(FormulaWords.Again + Whole(number));
            return;
        }
        foreach (Node operand in node.Operands)
            Visit(operand);
        words.Add(Word(node));
        if (node.Operands.IsEmpty || !uses.TryGetValue(node, out int count) || count == 1)
            return;
        numbers[node] = numbers.Count;
        words.Add(FormulaWords.Named + Whole(numbers.Count - 1));
    }

    private string Word(Node node) => node.Operation switch
    {
        Operation.Constant => double.IsNaN(node.Value) || double.IsInfinity(node.Value) ? node.Value.ToString(CultureInfo.InvariantCulture) : Numbers.Short(node.Value),
        Operation.Truth => node.Value != 0 ? "1" : "0",
        Operation.HyperParameter => FormulaWords.Captured + Whole(captures[node.Name]),
        Operation.SharedElement => FormulaWords.Captured + Whole(captures[node.Name]) + FormulaWords.Element,
        Operation.Scalar => Real(node) + Whole(reals[node.Name]),
        Operation.Element => Real(node) + Whole(reals[node.Name]) + FormulaWords.Element,
        Operation.Label => FormulaWords.Label + Whole(labels[node.Name]),
        Operation.Index => FormulaWords.Axis + Whole(node.Axis),
        Operation.Length => FormulaWords.Classes,
        Operation.Add => FormulaWords.Sum + Whole(node.Operands.Length),
        Operation.Multiply => FormulaWords.Product + Whole(node.Operands.Length),
        Operation.Call => node.Function!.Name,
        _ when node.IsReduction => node.Operation.ToString() + FormulaWords.Axis + Whole(node.Axis) + (node.Excluded is null ? "" : FormulaWords.WithoutOne),
        _ => FormulaWords.Operators.TryGetValue(node.Operation, out (string Word, int Arity) known) ? known.Word : throw new UnknownOperationException(node.Operation),
    };

    private static char Real(Node input) => input.IsHeld ? FormulaWords.Held : FormulaWords.Real;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
