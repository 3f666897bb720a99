using System.Globalization;

namespace AutoDiffCE.Exact;

/// <summary>Reads the text of a formula, as <see cref="FormulaWords"/> tells.</summary>
internal sealed class FormulaReader
{
    private static readonly Dictionary<string, (Operation Operation, int Arity)> operators =
        FormulaWords.Operators.ToDictionary(known => known.Value.Word, known => (known.Key, known.Value.Arity), StringComparer.Ordinal);

    private readonly Stack<ExactNode> stack = new();
    private readonly List<ExactNode> order = [];
    private readonly List<ExactNode> named = [];

    private FormulaReader()
    {
    }

    /// <summary>The nodes of a formula, operands first; the last one is its value.</summary>
    /// <exception cref="FormatException">The text is not one that the compiler writes.</exception>
    public static ExactNode[] Read(string text)
    {
        var reader = new FormulaReader();
        foreach (string word in text.Split(' '))
            reader.Read(word, word.AsSpan(1));
        return reader.stack.Count == 1 ? [.. reader.order] : throw new FormatException($"The formula ends with {reader.stack.Count} values: {text}");
    }

    private void Read(string word, ReadOnlySpan<char> rest)
    {
        if (operators.TryGetValue(word, out (Operation Operation, int Arity) known))
            Push(known.Operation, known.Arity);
        else if (word == FormulaWords.Classes)
            Push(Operation.Length, 0);
        else if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && word[0] != FormulaWords.Sum)
            Push(Operation.Constant, 0, number);
        else if (!ReadByFirst(word, rest))
            ReadName(word);
    }

    private bool ReadByFirst(string word, ReadOnlySpan<char> rest)
    {
        bool isElement = word.EndsWith(FormulaWords.Element, StringComparison.Ordinal);
        if (!int.TryParse(isElement ? rest[..^FormulaWords.Element.Length] : rest, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;
        switch (word[0])
        {
            case FormulaWords.Real:
            case FormulaWords.Held:
                Push(isElement ? Operation.Element : Operation.Scalar, isElement ? 1 : 0, word[0] == FormulaWords.Held ? 1 : 0, count);
                return true;
            case FormulaWords.Captured:
                Push(isElement ? Operation.SharedElement : Operation.HyperParameter, isElement ? 1 : 0, position: count);
                return true;
            case FormulaWords.Label:
                Push(Operation.Label, 0, position: count);
                return true;
            case FormulaWords.Axis:
                Push(Operation.Index, 0, position: count);
                return true;
            case FormulaWords.Sum:
                Push(Operation.Add, count);
                return true;
            case FormulaWords.Product:
                Push(Operation.Multiply, count);
                return true;
            case FormulaWords.Named:
                named.Add(stack.Peek());
                return true;
            case FormulaWords.Again:
                stack.Push(named[count]);
                return true;
            default:
                return false;
        }
    }

    private void ReadName(string word)
    {
        int mark = word.IndexOf(FormulaWords.Axis, StringComparison.Ordinal);
        if (mark < 0)
        {
            Push(Operation.Call, ExactFunctions.Arity(word), function: word);
            return;
        }
        bool leavesOut = word.EndsWith(FormulaWords.WithoutOne);
        int axis = int.Parse(word.AsSpan(mark + 1).TrimEnd(FormulaWords.WithoutOne), NumberStyles.None, CultureInfo.InvariantCulture);
        Push(Enum.Parse<Operation>(word[..mark]), leavesOut ? 2 : 1, position: axis);
    }

    private void Push(Operation operation, int arity, double value = 0, int position = 0, string function = "")
    {
        var operands = new ExactNode[arity];
        for (int operand = arity - 1; operand >= 0; operand--)
            operands[operand] = stack.Pop();
        var node = new ExactNode(operation, operands, value, position, function);
        order.Add(node);
        stack.Push(node);
    }
}
