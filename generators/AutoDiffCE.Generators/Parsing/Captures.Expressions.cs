using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>Expressions that are captured as a whole: each is a method of the generated part, and a hyper-parameter.</summary>
internal sealed partial class Captures
{
    private readonly Dictionary<(string Type, string Text), Node> expressions = [];
    private readonly ImmutableArray<CSharpMethod>.Builder methods = ImmutableArray.CreateBuilder<CSharpMethod>();
    private HashSet<string>? words;

    /// <summary>The value of an expression of hyper-parameters that is left to C#.</summary>
    public Node Expression(IOperation operation)
    {
        FormulaType kind = types.Classify(operation.Type);
        string text = TextOf(operation.Syntax);
        string type = kind switch
        {
            FormulaType.Real => "double",
            FormulaType.Truth => "bool",
            FormulaType.Row => "global::AutoDiffCE.Row",
            FormulaType.Array => "double[]",
            _ => "int",
        };
        if (kind == FormulaType.Enumeration)
            text = $"(int)({text})";
        // The same text has the same value: nothing in it changes between two places.
        if (expressions.TryGetValue((type, text), out Node? known))
            return known;

        string method = NewMethod();
        methods.Add(new CSharpMethod(type, method, text));
        string name = NumberedName(SpelledExpression.NameOf(operation.Syntax, kind == FormulaType.Truth));
        hyperParameters.Add(new HyperParameter(
            name,
            IsRow: kind is FormulaType.Row or FormulaType.Array,
            $"this.{method}()",
            IsArray: kind == FormulaType.Array,
            IsFlag: kind == FormulaType.Truth,
            IsInteger: type == "int")
        {
            Spelling = SpelledExpression.LineOf(operation.Syntax),
            IsExpression = true,
        });
        return expressions[(type, text)] = kind switch
        {
            FormulaType.Truth => Logic.Not(table, table.Make(Operation.Equal, table.Flag(name), table.Constant(0))),
            FormulaType.Row or FormulaType.Array => table.SharedElement(name, table.Index(AxisSet.Row)),
            _ => table.HyperParameter(name),
        };
    }

    /// <summary>The methods, and what is around them; null where there are none.</summary>
    public CSharpPart? Part()
    {
        if (methods.Count == 0)
            return null;
        SyntaxNode declaration = formula.DeclaringSyntaxReferences[0].GetSyntax();
        var file = (CompilationUnitSyntax)declaration.SyntaxTree.GetRoot();
        ImmutableArray<NamespaceHeader> namespaces = [.. declaration.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse()
            .Select(space => new NamespaceHeader(space.Name.ToString(), Directives(space.Externs, space.Usings)))];
        return new CSharpPart(Directives(file.Externs, file.Usings), namespaces, methods.ToImmutable());
    }

    // What is global in one file is so in all.
    private static ImmutableArray<string> Directives(IEnumerable<ExternAliasDirectiveSyntax> externs, IEnumerable<UsingDirectiveSyntax> usings) =>
        [.. externs.Select(alias => alias.ToString()), .. usings.Where(imported => !imported.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(imported => imported.ToString())];

    // Around an expression arithmetic may be checked or not.
    private static string TextOf(SyntaxNode syntax)
    {
        SyntaxKind? around = syntax.Ancestors().TakeWhile(outer => outer is not MemberDeclarationSyntax)
            .Select(outer => (SyntaxKind?)outer.Kind())
            .FirstOrDefault(kind => kind is SyntaxKind.CheckedExpression or SyntaxKind.UncheckedExpression or SyntaxKind.CheckedStatement or SyntaxKind.UncheckedStatement);
        return around switch
        {
            SyntaxKind.CheckedExpression or SyntaxKind.CheckedStatement => $"checked({syntax})",
            SyntaxKind.UncheckedExpression or SyntaxKind.UncheckedStatement => $"unchecked({syntax})",
            _ => syntax.ToString(),
        };
    }

    // No name that the class uses for anything: a member would take it away.
    private string NewMethod()
    {
        words ??= [.. loss.DeclaringSyntaxReferences.SelectMany(part => part.GetSyntax().DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
        int number = methods.Count;
        string name;
        do
            name = "Captured" + (++number).ToString(CultureInfo.InvariantCulture);
        while (!words.Add(name));
        return name;
    }
}
