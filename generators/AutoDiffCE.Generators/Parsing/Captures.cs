using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What the names in a formula stand for: its inputs, and what it captures from its class.</summary>
internal sealed partial class Captures(
    NodeTable table, KnownTypes types, Problems problems, INamedTypeSymbol loss, IMethodSymbol formula, ImmutableArray<FormulaInput> inputs)
{
    private readonly Dictionary<ISymbol, Node?> known = new(SymbolEqualityComparer.Default);
    private readonly ImmutableArray<HyperParameter>.Builder hyperParameters = ImmutableArray.CreateBuilder<HyperParameter>();

    /// <summary>What has been captured, in the order of first use.</summary>
    public ImmutableArray<HyperParameter> HyperParameters => hyperParameters.ToImmutable();

    /// <summary>Whether what is captured has a part in an expression.</summary>
    public static bool IsIn(Node expression) =>
        Search.Reaches(expression, _ => true, part => part.Operation is Operation.HyperParameter or Operation.SharedElement);

    /// <summary>Whether a captured row has a part in an expression along the row.</summary>
    public static bool HasRow(Node elements) =>
        Search.Reaches(elements, _ => true, part => part is { Operation: Operation.SharedElement, First.Operation: Operation.Index });

    /// <summary>The value of a parameter of the formula; null for a parameter of something else.</summary>
    public Node? Input(IParameterSymbol parameter)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, formula))
            return null;
        FormulaInput input = inputs[parameter.Ordinal];
        return input.Kind.Read(table, input);
    }

    /// <summary>The value of a primary-constructor parameter; null after a problem was reported.</summary>
    public Node? Parameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor }
            || !SymbolEqualityComparer.Default.Equals(parameter.ContainingType, loss))
            return Refuse(reference, parameter, "it belongs to another method");
        return Value(reference, parameter, parameter.Type, CSharpNames.Escape(parameter.Name));
    }

    /// <summary>The value of a field; null after a problem was reported.</summary>
    public Node? Field(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        if (!IsOwn(reference, field, reference.Instance))
            return Refuse(reference, field, "it is not a member of the loss itself");
        return field.IsReadOnly
            ? Value(reference, field, field.Type, Access(field))
            : RefuseMutable(reference, field, "readonly");
    }

    /// <summary>The value of a property; null after a problem was reported.</summary>
    public Node? Property(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (!IsOwn(reference, property, reference.Instance))
            return Refuse(reference, property, "it is not a member of the loss itself");
        return property.SetMethod is null or { IsInitOnly: true }
            ? Value(reference, property, property.Type, Access(property))
            : RefuseMutable(reference, property, "get-only or init");
    }

    // What the generated base class brings is not there yet when the formula is read.
    private bool IsOwn(IOperation reference, ISymbol member, IOperation? instance) =>
        reference.Type is not null && (member.IsStatic
            ? types.Compilation.IsSymbolAccessibleWithin(member, loss)
            : SymbolEqualityComparer.Default.Equals(member.ContainingType, loss) && instance is IInstanceReferenceOperation);

    private static string Access(ISymbol member) =>
        (member.IsStatic ? member.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : "this")
        + "." + CSharpNames.Escape(member.Name);

    private Node? Value(IOperation reference, ISymbol symbol, ITypeSymbol type, string access)
    {
        NoteRow(symbol, types.Classify(type));
        if (known.TryGetValue(symbol, out Node? value))
            return value;

        FormulaType kind = types.Classify(type);
        string name = UniqueName(symbol.Name);
        switch (kind)
        {
            case FormulaType.Real or FormulaType.Integer:
                hyperParameters.Add(Captured(symbol, name, access, isRow: false) with { IsInteger = kind == FormulaType.Integer });
                value = table.HyperParameter(name);
                break;
            case FormulaType.Enumeration:
                hyperParameters.Add(Captured(symbol, name, "(int)" + access, isRow: false) with { IsInteger = true });
                value = table.HyperParameter(name);
                break;
            case FormulaType.Truth:
                hyperParameters.Add(Captured(symbol, name, access, isRow: false) with { IsFlag = true });
                value = Logic.Not(table, table.Make(Operation.Equal, table.Flag(name), table.Constant(0)));
                break;
            case FormulaType.Row or FormulaType.Array:
                hyperParameters.Add(Captured(symbol, name, access, isRow: true) with { IsArray = kind == FormulaType.Array });
                value = table.SharedElement(name, table.Index(AxisSet.Row));
                break;
            case FormulaType.Single:
                problems.Report(Descriptors.SinglePrecision, reference.Syntax.GetLocation(), symbol.Name);
                break;
            case FormulaType.Invalid:
                problems.Invalidate();
                break;
            default:
                string found = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
                return Refuse(reference, symbol, $"its type is '{found}', not double, int, bool, an enumeration, Row or double[]");
        }
        known[symbol] = value;
        return value;
    }

    private HyperParameter Captured(ISymbol symbol, string name, string access, bool isRow) => new(name, isRow, access)
    {
        Spelling = symbol.Name,
    };

    // this.delta and a parameter delta are two things: they need two names. So are the user's own labelSmoothing and that of every label.
    private string UniqueName(string name)
    {
        string unique = name;
        while (IsTaken(unique))
            unique += "OfLoss";
        return unique;
    }

    private string NumberedName(string name)
    {
        string unique = name;
        for (int number = 2; IsTaken(unique); number++)
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        return unique;
    }

    private bool IsTaken(string name) =>
        LiftedNames.Contains(name) || inputs.Any(input => input.Name == name) || hyperParameters.Any(other => other.Name == name);

    private Node? RefuseMutable(IOperation reference, ISymbol symbol, string remedy)
    {
        if (!known.ContainsKey(symbol))
            problems.Report(Descriptors.MutableHyperParameter, reference.Syntax.GetLocation(), symbol.Name, remedy);
        known[symbol] = null;
        return null;
    }

    private Node? Refuse(IOperation reference, ISymbol symbol, string reason)
    {
        if (!known.ContainsKey(symbol))
            problems.Report(Descriptors.Capture, reference.Syntax.GetLocation(), symbol.Name, reason);
        known[symbol] = null;
        return null;
    }
}
