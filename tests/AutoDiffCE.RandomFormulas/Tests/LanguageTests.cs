using System.Reflection;
using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Tests;

/// <summary>What the random programs are made of: a function that the net never writes is a function that nothing is found in.</summary>
public class LanguageTests
{
    private const int Programs = 6000;

    private static readonly Lazy<LossProgram[]> programs = new(() => [.. Enumerable.Range(0, Programs).Select(number => ProgramGenerator.Generate(1, number))]);

    [Fact]
    public void Every_overload_of_every_function_is_written()
    {
        IEnumerable<string> declared = typeof(LossMath).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => Signature(method.Name, method.GetParameters().Select(parameter => parameter.ParameterType)));
        Assert.Empty(declared.Except(programs.Value.SelectMany(program => program.Terms).SelectMany(Written)));
    }

    [Fact]
    public void Every_operator_of_rows_and_masks_is_written()
    {
        string[] implicitly = ["op_Implicit", "op_True", "op_False"];
        IEnumerable<string> declared = new[] { typeof(Row), typeof(RowMask) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsSpecialName && !implicitly.Contains(method.Name))
            .Select(method => Signature(method.Name, method.GetParameters().Select(parameter => parameter.ParameterType)));
        Assert.Empty(declared.Except(programs.Value.SelectMany(program => program.Terms).SelectMany(Written)));
    }

    [Fact]
    public void Every_kind_of_term_and_of_assignment_is_written()
    {
        Assert.Empty(Enum.GetValues<TermKind>().Except(programs.Value.SelectMany(program => program.Terms).Select(term => term.Kind)));
        IEnumerable<string> operators = programs.Value.SelectMany(program => LossProgram.Statements(program.Body)).OfType<Assign>().Select(assign => assign.Operator);
        Assert.Equal(["*=", "+=", "-=", "/=", "="], operators.Distinct().Order(StringComparer.Ordinal));
    }

    private static Type FunctionOf(Term term) => (term.Operands[1].Sort == Sort.Truth, term.Alias.Length == 0) switch
    {
        (false, true) => typeof(Func<double, double>),
        (false, false) => typeof(Func<double, int, double>),
        (true, true) => typeof(Func<double, bool>),
        _ => typeof(Func<double, int, bool>),
    };

    [Theory]
    [InlineData("foreach (double ")]
    [InlineData("for (int ")]
    [InlineData("for (int round")]
    [InlineData(" = Max(result")]
    [InlineData("switch (")]
    [InlineData(") switch {")]
    [InlineData(" + 1 - 1]")]
    [InlineData(") is ")]
    [InlineData(") is not ")]
    [InlineData("private static double Compute")]
    [InlineData("private Row Compute")]
    [InlineData("        double compute")]
    [InlineData("private static double Computed")]
    [InlineData("private static bool Computed")]
    [InlineData("        Row compute")]
    public void Every_spelling_is_written(string text) => Assert.Contains(programs.Value, program => Printer.Class(program).Contains(text, StringComparison.Ordinal));

    // With an operand that converts in both ways it is one of two overloads, and both are meant.
    private static IEnumerable<string> Written(Term term)
    {
        Type[] operands = [.. term.Operands.Select(TypeOf)];
        return term.Kind switch
        {
            TermKind.Call or TermKind.Reduce or TermKind.Normalize when !term.Name.Contains('.') => [Signature(term.Name, operands)],
            TermKind.Where => [Signature("Where", operands)],
            TermKind.Index => [Signature("Index", operands)],
            TermKind.OneHot => [Signature("OneHot", [typeof(int), typeof(int)])],
            TermKind.OfTerms => [Signature(term.Combining, [typeof(Row), FunctionOf(term)])],
            TermKind.Negate => [Signature("op_UnaryNegation", operands)],
            TermKind.Add => [Signature("op_Addition", operands)],
            TermKind.Subtract => [Signature("op_Subtraction", operands)],
            TermKind.Multiply => [Signature("op_Multiply", operands)],
            TermKind.Divide => [Signature("op_Division", operands)],
            TermKind.And => [Signature("op_BitwiseAnd", operands)],
            TermKind.Or => [Signature("op_BitwiseOr", operands)],
            TermKind.ExclusiveOr => [Signature("op_ExclusiveOr", operands)],
            TermKind.Not => [Signature("op_LogicalNot", operands)],
            TermKind.Compare => [Signature(Operator(term.Name), operands)],
            _ => [],
        };
    }

    private static string Operator(string symbol) => symbol switch
    {
        "<" => "op_LessThan",
        "<=" => "op_LessThanOrEqual",
        ">" => "op_GreaterThan",
        ">=" => "op_GreaterThanOrEqual",
        "==" => "op_Equality",
        _ => "op_Inequality",
    };

    private static Type TypeOf(Term term) => term.Sort switch
    {
        Sort.Row => typeof(Row),
        Sort.Mask => typeof(RowMask),
        Sort.Truth => typeof(bool),
        _ => typeof(double),
    };

    private static string Signature(string name, IEnumerable<Type> parameters) => $"{name}({string.Join(", ", parameters.Select(type => type.Name))})";
}
