using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>
/// Other ways to write the same formula: sums and extrema as loops in local functions, calls of methods, of the loss and of objects that hold some of what
/// they need, switches and patterns in place of conditions, what is repeated as a loop, hyper-parameters as C# that no formula can read. What a program means stays what it was, so that nothing else has to know of it.
/// </summary>
/// <param name="seed">Which way; 0 for the plain one.</param>
internal sealed class Spelling(int seed)
{
    private readonly Dice dice = new((ulong)seed, 0);
    private readonly StringBuilder functions = new();
    private readonly StringBuilder methods = new();
    private int names;

    /// <summary>Local functions, to stand at the end of the formula.</summary>
    public string Functions => functions.ToString();

    /// <summary>Methods and classes, to stand beside the formula.</summary>
    public string Methods => methods.ToString();

    /// <summary>The text of a term in another spelling; null for the plain one.</summary>
    public string? Of(Term term, Func<Term, string> print) => seed == 0 ? null : term.Kind switch
    {
        TermKind.OfTerms when term.Combining == "Sum" && IsClosed(term) && dice.Chance(0.5) => SumOf(term, print),
        TermKind.Reduce when term is { Name: "Sum" or "Max" or "Min", Operands.Length: 1 } && IsClosed(term) && dice.Chance(0.3) => Reduction(term, print),
        TermKind.Conditional when Varies(term.Operands[0]) && dice.Chance(0.3) =>
            $"({print(term.Operands[0])}) switch {{ true => {print(term.Operands[1])}, _ => {print(term.Operands[2])} }}",
        TermKind.Compare when IsPattern(term) && dice.Chance(0.3) => $"({print(term.Operands[0])}) is {Pattern(term.Name)}{print(term.Operands[1])}",
        TermKind.Captured when term.Sort is Sort.Real or Sort.Whole or Sort.Truth && dice.Chance(0.2) => Computed(term),
        TermKind.Call when dice.Chance(0.15) => Method(term, print),
        TermKind.Call when term.Operands.All(operand => operand.Sort is Sort.Real or Sort.Row) && dice.Chance(0.15) => Part(term, print),
        TermKind.Element when term is { Sort: Sort.Real, Operands: [_, { Kind: TermKind.Input or TermKind.Bound }] } && IsName(term.Operands[0]) && dice.Chance(0.2) =>
            $"{print(term.Operands[0])}[{print(term.Operands[1])} + 1 - 1]",
        TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Divide
            when term.Sort is Sort.Real or Sort.Row && IsClosed(term.Operands[1]) && dice.Chance(0.1) => Function(term, print),
        _ => null,
    };

    /// <summary>Whether a branch is written as a switch.</summary>
    public bool IsSwitch(Branch branch) => seed != 0 && Varies(branch.Condition) && dice.Chance(0.3);

    /// <summary>The head of a loop in place of so many equal statements; null where they are written one after the other.</summary>
    public string? Repeat(int times)
    {
        if (seed == 0 || !dice.Chance(0.7))
            return null;
        string counter = Name("round");
        return string.Create(CultureInfo.InvariantCulture, $"for (int {counter} = 0; {counter} < {times}; {counter}++)");
    }

    // double compute1() { double sum1 = 0; foreach (double x in row) sum1 += …; return sum1; }
    private string SumOf(Term term, Func<Term, string> print)
    {
        (string function, string sum, string row) = (Name("compute"), Name("sum"), Name("row"));
        (string element, string body) = (Printer.Identifier(term.Name), print(term.Operands[1]));
        string loop = term.Alias.Length == 0
            ? $"foreach (double {element} in {print(term.Operands[0])}) {sum} += {body};"
            : $"Row {row} = {print(term.Operands[0])}; for (int {Printer.Identifier(term.Alias)} = 0; {Printer.Identifier(term.Alias)} < {row}.Length; "
                + $"{Printer.Identifier(term.Alias)}++) {{ double {element} = {row}[{Printer.Identifier(term.Alias)}]; {sum} += {body}; }}";
        functions.Append(CultureInfo.InvariantCulture, $"        double {function}() {{ double {sum} = 0; {loop} return {sum}; }}\n");
        return function + "()";
    }

    private string Reduction(Term term, Func<Term, string> print)
    {
        (string function, string result, string element) = (Name("compute"), Name("result"), Name("element"));
        (string start, string step) = term.Name switch
        {
            "Sum" => ("0", $"{result} += {element}"),
            "Max" => ("double.NegativeInfinity", $"{result} = Max({result}, {element})"),
            _ => ("double.PositiveInfinity", $"{result} = Min({element}, {result})"),
        };
        string loop = $"foreach (double {element} in {print(term.Operands[0])}) {step};";
        functions.Append(CultureInfo.InvariantCulture, $"        double {function}() {{ double {result} = {start}; {loop} return {result}; }}\n");
        return function + "()";
    }

    // A method of the loss that formulas cannot read, and need not.
    private string Computed(Term term)
    {
        (string method, string type) = (Name("Computed"), Printer.TypeName(term.Sort));
        string body = dice.Chance(0.5) ? $"var all = new {type}[3, 3]; all[1, 2] = value; return all[1, 2];" : $"var all = new System.Collections.Generic.Stack<{type}>(); all.Push(value); return all.Pop();";
        methods.Append(CultureInfo.InvariantCulture, $"\n    private static {type} {method}({type} value) {{ {body} }}\n");
        return $"{method}({Printer.Identifier(term.Name)})";
    }

    // A method of the loss that calls the function in its place.
    private string Method(Term term, Func<Term, string> print)
    {
        string method = Name("Compute");
        string[] parameters = [.. term.Operands.Select(_ => Name("given"))];
        string declared = string.Join(", ", term.Operands.Select((operand, index) => Printer.TypeName(operand.Sort) + " " + parameters[index]));
        string modifier = dice.Chance(0.5) ? "private static" : "private";
        methods.Append(
            CultureInfo.InvariantCulture, $"\n    {modifier} {Printer.TypeName(term.Sort)} {method}({declared}) => {term.Name}({string.Join(", ", parameters)});\n");
        return $"{method}({string.Join(", ", term.Operands.Select(print))})";
    }

    // An object that is made of some of the operands, and given the others: new Part1_(a).Compute(b). What its class calls them are names of the loss, too.
    private string Part(Term term, Func<Term, string> print)
    {
        string part = Name("Part");
        string[] arguments = [.. term.Operands.Select(print)];
        Queue<string> known = new(term.Everything
            .Where(used => used.Kind is TermKind.Input or TermKind.Captured or TermKind.Local)
            .Select(used => Printer.Identifier(used.Name)).Distinct().OrderBy(_ => dice.Unit()));
        int held = 1 + dice.Next(term.Operands.Length);
        List<string> made = [], given = [], used = [];
        var members = new StringBuilder();
        for (int index = 0; index < term.Operands.Length; index++)
        {
            string type = Printer.TypeName(term.Operands[index].Sort);
            string name = known.Count > 0 ? known.Dequeue() : Name("given");
            (index < held ? made : given).Add(type + " " + name);
            string member = index < held ? Name("Held") : "";
            string? declaration = index >= held ? null : dice.Next(3) switch
            {
                0 => $"        private readonly {type} {member} = {name};\n",
                1 => $"        private {type} {member} {{ get; }} = {name};\n",
                _ => null,
            };
            members.Append(declaration);
            used.Add(declaration is null ? name : member);
        }
        string list = string.Join(", ", arguments.Take(held));
        methods.Append(CultureInfo.InvariantCulture, $"\n    private sealed class {part}({string.Join(", ", made)})\n    {{\n{members}")
            .Append(CultureInfo.InvariantCulture, $"        public {Printer.TypeName(term.Sort)} Compute({string.Join(", ", given)}) => {term.Name}({string.Join(", ", used)});\n    }}\n");
        return $"new {part}({list}).Compute({string.Join(", ", arguments.Skip(held))})";
    }

    // A local function of the first operand, which sees what is in the second.
    private string Function(Term term, Func<Term, string> print)
    {
        (string function, string parameter) = (Name("compute"), Name("given"));
        Term given = Term.Variable(TermKind.Local, term.Operands[0].Sort, parameter);
        string body = print(term with { Operands = [given, term.Operands[1]] });
        functions.Append(
            CultureInfo.InvariantCulture,
            $"        {Printer.TypeName(term.Sort)} {function}({Printer.TypeName(given.Sort)} {parameter}) {{ return {body}; }}\n");
        return $"{function}({print(term.Operands[0])})";
    }

    // No name of a program ends in a figure and an underscore.
    private string Name(string stem) => string.Create(CultureInfo.InvariantCulture, $"{stem}{++names}_");

    private static bool IsName(Term term) => term.Kind is TermKind.Input or TermKind.Local;

    // Whether nothing in a term belongs to a lambda around it.
    private static bool IsClosed(Term term) => FreeIn(term).IsEmpty;

    private static ImmutableHashSet<string> FreeIn(Term term) => term.Kind switch
    {
        TermKind.Bound => [term.Name],
        TermKind.OfTerms => FreeIn(term.Operands[0]).Union(FreeIn(term.Operands[1]).Remove(term.Name).Remove(term.Alias)),
        _ => term.Operands.Aggregate(ImmutableHashSet<string>.Empty, (free, operand) => free.Union(FreeIn(operand))),
    };

    // C# warns of what follows from constants alone.
    private static bool Varies(Term term) => term.Sort == Sort.Truth && term.Everything.Any(part => part.Kind is TermKind.Input or TermKind.Bound);

    private static bool IsPattern(Term term) => term.Sort == Sort.Truth && Varies(term)
        && term.Operands[0] is { Sort: Sort.Real or Sort.Whole } left && left.Everything.Any(part => part.Kind is TermKind.Input or TermKind.Bound)
        && term.Operands[1] is { Kind: TermKind.Number, Name: "" } constant && !double.IsNaN(constant.Value) && (left.Sort == Sort.Real || constant.Sort == Sort.Whole);

    private static string Pattern(string comparison) => comparison switch { "==" => "", "!=" => "not ", _ => comparison + " " };
}
