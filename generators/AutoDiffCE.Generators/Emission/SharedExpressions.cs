using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// Writes what all samples share, in double: it runs once per call. Everything in it is a double in type and in text, whole numbers too, so that no
/// quotient is cut and no product overflows; only positions in a row are integers. What has a local or a field is written as its name.
/// </summary>
/// <param name="locals">The names of expressions.</param>
/// <param name="captured">The text of a hyper-parameter.</param>
/// <param name="element">The text of an element of a captured row, of the row and its index; null where there is none.</param>
internal sealed class SharedExpressions(
    IReadOnlyDictionary<Node, string> locals, Func<string, string> captured, Func<string, Node, string>? element = null)
{
    private const int ChoiceLevel = 0, OrLevel = 1, AndLevel = 2, EqualLevel = 3, LessLevel = 4, SumLevel = 5, ProductLevel = 6, SignLevel = 7, AtomLevel = 8;

    public string Write(Node node) => Write(node, ChoiceLevel);

    /// <summary>The expression of a node that is about to get its name.</summary>
    public string WriteDefinition(Node node) => Parts(node).Text;

    /// <summary>The text of an operand of an operator that binds as multiplication does.</summary>
    public string WriteTerm(Node node) => Write(node, ProductLevel);

    /// <summary>A class as a C# integer, the same for all samples: it is written where a row is indexed, never as a number.</summary>
    /// <param name="index">The class.</param>
    /// <param name="classes">What the number of classes is called.</param>
    public static string Position(Node index, string classes = "classes") => index.Operation switch
    {
        Operation.Index => FormulaPrinter.AxisName(index.Axis),
        Operation.Constant => Numbers.Integer(index.Value),
        Operation.Length => classes,
        Operation.Negate => "-" + Position(index.First, classes),
        Operation.Add => Position(index.First, classes) + string.Concat(index.Operands.Skip(1).Select(term => SignedTerm(term, classes))),
        _ => throw new InvalidOperationException($"'{index}' is not a position that all samples share."),
    };

    private static string SignedTerm(Node term, string classes) =>
        term.Operation == Operation.Negate ? " - " + Position(term.First, classes)
        : term.Operation == Operation.Constant && term.Value < 0 ? " - " + Numbers.Integer(-term.Value)
        : " + " + Position(term, classes);

    private string Write(Node node, int context)
    {
        if (locals.TryGetValue(node, out string? name))
            return name;
        (string text, int level) = Parts(node);
        return level < context ? "(" + text + ")" : text;
    }

    private (string Text, int Level) Parts(Node node) => node.Operation switch
    {
        Operation.Constant => (Numbers.Real(node.Value), Numbers.IsNegative(node.Value) ? SignLevel : AtomLevel),
        Operation.Truth => (node.Value != 0 ? "true" : "false", AtomLevel),
        Operation.HyperParameter => (captured(node.Name), AtomLevel),
        Operation.Length or Operation.Index => ("(double)" + Position(node), AtomLevel),
        Operation.SharedElement => (Element(node), AtomLevel),
        Operation.Add => (Sum(node), SumLevel),
        Operation.Multiply => (string.Join(" * ", node.Operands.Select((factor, place) => Write(factor, place == 0 ? ProductLevel : SignLevel))), ProductLevel),
        // Two signs in a row would be a decrement.
        Operation.Negate => ("-" + Write(node.First, AtomLevel), SignLevel),
        Operation.Divide => (Write(node.First, ProductLevel) + " / " + Write(node.Second, SignLevel), ProductLevel),
        Operation.Call => (Call(node), AtomLevel),
        // C# warns of a comparison of something with itself.
        Operation.LessThan when ReferenceEquals(node.First, node.Second) => ("false", AtomLevel),
        Operation.LessThanOrEqual or Operation.Equal when ReferenceEquals(node.First, node.Second) => ("!double.IsNaN(" + Write(node.First) + ")", SignLevel),
        Operation.LessThan => (Between(node, " < ", SumLevel), LessLevel),
        Operation.LessThanOrEqual => (Between(node, " <= ", SumLevel), LessLevel),
        Operation.Equal when Positions.AreWhole(node) => (Position(node.First) + " == " + Position(node.Second), EqualLevel),
        Operation.Equal => (Between(node, " == ", LessLevel), EqualLevel),
        Operation.And => (Write(node.First, AndLevel) + " && " + Write(node.Second, EqualLevel), AndLevel),
        Operation.Or => (Write(node.First, OrLevel) + " || " + Write(node.Second, AndLevel), OrLevel),
        Operation.Not => ("!" + Write(node.First, AtomLevel), SignLevel),
        Operation.Select => ("(" + Write(node.First, OrLevel) + " ? " + Write(node.Second) + " : " + Write(node.Third) + ")", AtomLevel),
        _ => throw new InvalidOperationException($"{node.Operation} '{node}' has no name where it is used."),
    };

    private string Sum(Node node)
    {
        string text = Write(node.First, SumLevel);
        foreach (Node term in node.Operands.Skip(1))
        {
            if (locals.ContainsKey(term))
                text += " + " + Write(term);
            else if (term.Operation == Operation.Negate)
                text += " - " + Write(term.First, ProductLevel);
            else if (term.Operation == Operation.Constant && Numbers.IsNegative(term.Value))
                text += " - " + Numbers.Real(-term.Value);
            else
                text += " + " + Write(term, ProductLevel);
        }
        return text;
    }

    private string Element(Node node) => element is null
        ? throw new InvalidOperationException($"'{node}' is not known where it is used.")
        : element(node.Name, node.First);

    private string Call(Node node) => Qualified(node.Function!.Shared) + "(" + string.Join(", ", node.Operands.Select(Write)) + ")";

    private string Between(Node node, string sign, int context) => Write(node.First, context) + sign + Write(node.Second, context);

    // Members of a loss and fields of a kernel may have any name, those of our types included.
    private static string Qualified(string function) =>
        function.StartsWith("Math.", StringComparison.Ordinal) ? "global::System." + function
        : function.StartsWith("Strong.", StringComparison.Ordinal) ? "global::AutoDiffCE.Batches." + function
        : "global::AutoDiffCE." + function;
}
