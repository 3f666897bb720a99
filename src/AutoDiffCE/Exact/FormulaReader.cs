using System.Globalization;

namespace AutoDiffCE.Exact;

/// <summary>
/// Reads the text of a formula: postfix, words with spaces between them. <c>x0</c> is the first real input and <c>x0[]</c> the element of it at the index on
/// the stack, <c>k0</c> the first integer input, <c>c0</c> and <c>c0[]</c> what the loss captures, <c>#0</c> the index of the first axis and <c>classes</c> how
/// many there are. <c>+3</c> adds the last three; <c>Sum#0</c> sums along an axis, and <c>Sum#0!</c> without the index on the stack. <c>=2</c> names the last
/// one, and <c>$2</c> is what was so named.
/// </summary>
internal sealed class FormulaReader
{
    private static readonly Dictionary<string, (ExactOperation Operation, int Arity)> operators = new(StringComparer.Ordinal)
    {
        ["neg"] = (ExactOperation.Negate, 1),
        ["/"] = (ExactOperation.Divide, 2),
        ["<"] = (ExactOperation.LessThan, 2),
        ["<="] = (ExactOperation.LessThanOrEqual, 2),
        ["=="] = (ExactOperation.Equal, 2),
        ["and"] = (ExactOperation.And, 2),
        ["or"] = (ExactOperation.Or, 2),
        ["not"] = (ExactOperation.Not, 1),
        ["?"] = (ExactOperation.Select, 3),
    };

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
        if (operators.TryGetValue(word, out (ExactOperation Operation, int Arity) known))
            Push(known.Operation, known.Arity);
        else if (word == "classes")
            Push(ExactOperation.Length, 0);
        else if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && word[0] != '+')
            Push(ExactOperation.Number, 0, number);
        else if (!ReadByFirst(word, rest))
            ReadName(word);
    }

    private bool ReadByFirst(string word, ReadOnlySpan<char> rest)
    {
        bool isElement = word.EndsWith("[]", StringComparison.Ordinal);
        if (!int.TryParse(isElement ? rest[..^2] : rest, NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;
        switch (word[0])
        {
            case 'x':
                Push(isElement ? ExactOperation.Element : ExactOperation.Scalar, isElement ? 1 : 0, position: count);
                return true;
            case 'c':
                Push(isElement ? ExactOperation.CapturedElement : ExactOperation.Capture, isElement ? 1 : 0, position: count);
                return true;
            case 'k':
                Push(ExactOperation.Label, 0, position: count);
                return true;
            case '#':
                Push(ExactOperation.Index, 0, position: count);
                return true;
            case '+':
                Push(ExactOperation.Add, count);
                return true;
            case '*':
                Push(ExactOperation.Multiply, count);
                return true;
            case '=':
                named.Add(stack.Peek());
                return true;
            case '$':
                stack.Push(named[count]);
                return true;
            default:
                return false;
        }
    }

    private void ReadName(string word)
    {
        int mark = word.IndexOf('#', StringComparison.Ordinal);
        if (mark < 0)
        {
            Push(ExactOperation.Call, ExactFunctions.Arity(word), function: word);
            return;
        }
        bool leavesOut = word.EndsWith('!');
        int axis = int.Parse(word.AsSpan(mark + 1).TrimEnd('!'), NumberStyles.None, CultureInfo.InvariantCulture);
        Push(Enum.Parse<ExactOperation>(word[..mark]), leavesOut ? 2 : 1, position: axis);
    }

    private void Push(ExactOperation operation, int arity, double value = 0, int position = 0, string function = "")
    {
        var operands = new ExactNode[arity];
        for (int operand = arity - 1; operand >= 0; operand--)
            operands[operand] = stack.Pop();
        var node = new ExactNode(operation, operands, value, position, function);
        order.Add(node);
        stack.Push(node);
    }
}
