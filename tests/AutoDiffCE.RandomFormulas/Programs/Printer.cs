using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>A program as the C# that a user would write.</summary>
internal sealed class Printer
{
    private readonly Spelling spelling;

    private Printer(Spelling spelling) => this.spelling = spelling;

    public const string Namespace = "RandomFormulas";

    /// <summary>A file of its own for one program.</summary>
    public static string File(LossProgram program) =>
        "using System;\nusing AutoDiffCE;\nusing static AutoDiffCE.LossMath;\n\nnamespace " + Namespace + ";\n\n" + Class(program);

    /// <summary>The class alone.</summary>
    public static string Class(LossProgram program) => new Printer(new Spelling(program.Spelling)).Print(program);

    private string Print(LossProgram program)
    {
        var text = new StringBuilder();
        string parameters = string.Join(", ", ConstructorParameters(program).Select(parameter => parameter.TypeName + " " + ParameterName(parameter)));
        string constructor = parameters.Length == 0 ? "" : "(" + parameters + ")";
        text.Append("[Loss]\npublic sealed partial class ").Append(Identifier(program.Name)).Append(constructor).Append("\n{\n");
        foreach (Capture capture in program.Captures)
            text.Append(Member(capture));
        string inputs = string.Join(", ", program.Inputs.Select(input =>
            (input.IsMarked ? "[Differentiable] " : "") + TypeName(input.Sort) + " " + Identifier(input.Name)));
        text.Append("    public ").Append(program.GivesRow ? "Row" : "double").Append(" Formula(").Append(inputs).Append(')');
        string? only = program.Body is [Return { Value: var value }] ? Expression(value) : null;
        string block = only is null ? Block(program.Body, 2) : "        return " + only + ";\n";
        text.Append(only is not null && spelling.Functions.Length == 0 ? " => " + only + ";\n" : "\n    {\n" + block + spelling.Functions + "    }\n");
        return text.Append(spelling.Methods).Append("}\n").ToString();
    }

    /// <summary>What the primary constructor takes.</summary>
    public static IEnumerable<Capture> ConstructorParameters(LossProgram program) =>
        program.Captures.Where(capture => capture.Place is CapturePlace.Constructor or CapturePlace.Field);

    /// <summary>A name as C# takes it.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    public static string TypeName(Sort sort) => sort switch
    {
        Sort.Real => "double",
        Sort.Whole => "int",
        Sort.Truth => "bool",
        Sort.Row => "Row",
        _ => "RowMask",
    };

    private static string ParameterName(Capture capture) => capture.Place == CapturePlace.Field ? capture.Name + "Given" : Identifier(capture.Name);

    private static string Member(Capture capture) => capture.Place switch
    {
        CapturePlace.Field => $"    private readonly {capture.TypeName} {Identifier(capture.Name)} = {capture.Name}Given;\n\n",
        CapturePlace.Property => $"    public {capture.TypeName} {Identifier(capture.Name)} {{ get; init; }}"
            + (capture.Sort == Sort.Row ? " = new double[0];\n\n" : "\n\n"),
        CapturePlace.Constant => $"    private const {capture.TypeName} {Identifier(capture.Name)} = {ConstantText(capture)};\n\n",
        _ => "",
    };

    private static string ConstantText(Capture capture) => capture.Sort switch
    {
        Sort.Truth => capture.Value != 0 ? "true" : "false",
        Sort.Whole => Text(capture.Value),
        _ => RealText(capture.Value),
    };

    private string Block(ImmutableArray<Statement> statements, int depth)
    {
        string indent = new(' ', depth * 4);
        var text = new StringBuilder();
        for (int index = 0; index < statements.Length; index++)
        {
            int times = statements[index..].TakeWhile(statement => ReferenceEquals(statement, statements[index])).Count();
            if (times > 1 && spelling.Repeat(times) is { } loop)
            {
                text.Append(indent).Append(loop).Append('\n');
                index += times - 1;
            }
            text.Append(Print(statements[index], depth));
        }
        return text.ToString();
    }

    private string Print(Statement statement, int depth)
    {
        string indent = new(' ', depth * 4);
        switch (statement)
        {
            case Declare declare:
                string value = declare.Value is null ? "" : " = " + Expression(declare.Value);
                return $"{indent}{TypeName(declare.Sort)} {Identifier(declare.Name)}{value};\n";
            case Assign assign:
                return $"{indent}{Identifier(assign.Name)} {assign.Operator} {Expression(assign.Value)};\n";
            case Branch branch when spelling.IsSwitch(branch):
                return $"{indent}switch ({Expression(branch.Condition)})\n{indent}{{\n{indent}    case true:\n{Section(branch.Then, depth + 2)}"
                    + $"{indent}    default:\n{Section(branch.Otherwise, depth + 2)}{indent}}}\n";
            case Branch branch:
                string otherwise = branch.Otherwise.IsEmpty ? "" : $"{indent}else\n{indent}{{\n{Block(branch.Otherwise, depth + 1)}{indent}}}\n";
                return $"{indent}if ({Expression(branch.Condition)})\n{indent}{{\n{Block(branch.Then, depth + 1)}{indent}}}\n{otherwise}";
            default:
                return $"{indent}return {Expression(((Return)statement).Value)};\n";
        }
    }

    private string Section(ImmutableArray<Statement> statements, int depth) =>
        Block(statements, depth) + (Returns(statements) ? "" : new string(' ', depth * 4) + "break;\n");

    private static bool Returns(ImmutableArray<Statement> statements) =>
        statements.Any(statement => statement is Return || (statement is Branch branch && Returns(branch.Then) && Returns(branch.Otherwise)));

    /// <summary>An expression, without parentheses around it.</summary>
    private string Expression(Term term)
    {
        if (spelling.Of(term, Expression) is { } other)
            return other;
        string Operand(int index) => Expression(term.Operands[index]);
        string Inner(int index) => Primary(term.Operands[index]);
        string Infix(string symbol) => $"{Inner(0)} {symbol} {Inner(1)}";
        bool isMask = term.Sort == Sort.Mask;
        return term.Kind switch
        {
            TermKind.Number => term.Name.Length > 0 ? term.Name : term.Sort == Sort.Whole ? Text(term.Value) : RealText(term.Value),
            TermKind.Input or TermKind.Captured or TermKind.Local or TermKind.Bound => Identifier(term.Name),
            TermKind.Negate => "-" + Inner(0),
            TermKind.Add => Infix("+"),
            TermKind.Subtract => Infix("-"),
            TermKind.Multiply => Infix("*"),
            TermKind.Divide => Infix("/"),
            TermKind.Compare => Infix(term.Name),
            TermKind.And => Infix(isMask ? "&" : "&&"),
            TermKind.Or => Infix(isMask ? "|" : "||"),
            TermKind.ExclusiveOr => Infix("^"),
            TermKind.Not => "!" + Inner(0),
            TermKind.Conditional => $"{Inner(0)} ? {Inner(1)} : {Inner(2)}",
            TermKind.Call or TermKind.Reduce or TermKind.Normalize => $"{term.Name}({string.Join(", ", term.Operands.Select(Expression))})",
            TermKind.Where => $"Where({Operand(0)}, {Operand(1)}, {Operand(2)})",
            TermKind.Index => $"Index({Operand(0)})",
            TermKind.OneHot => $"OneHot({Operand(0)}, {Inner(1)}.Length)",
            TermKind.With => $"{Inner(0)}.With({Operand(1)}, {Operand(2)})",
            TermKind.Element => $"{Inner(0)}[{Operand(1)}]",
            TermKind.FromEnd => "^" + Inner(0),
            TermKind.Length => Inner(0) + ".Length",
            TermKind.OfTerms when term.Alias.Length == 0 => $"{term.Combining}({Operand(0)}, {Identifier(term.Name)} => {Operand(1)})",
            TermKind.OfTerms => $"{term.Combining}({Operand(0)}, ({Identifier(term.Name)}, {Identifier(term.Alias)}) => {Operand(1)})",
            _ => throw new InvalidOperationException($"No text for {term.Kind}."),
        };
    }

    private string Primary(Term term)
    {
        bool isCompound = term.Kind is TermKind.Negate or TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Divide or TermKind.Compare
            or TermKind.And or TermKind.Or or TermKind.ExclusiveOr or TermKind.Not or TermKind.Conditional;
        bool isNegative = term.Kind == TermKind.Number && term.Name.Length == 0 && term.Value < 0;
        return isCompound || isNegative ? "(" + Expression(term) + ")" : Expression(term);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A whole number with a point is a double.
    private static string RealText(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        string text = Text(value);
        return text.All(letter => char.IsAsciiDigit(letter) || letter == '-') ? text + ".0" : text;
    }
}
