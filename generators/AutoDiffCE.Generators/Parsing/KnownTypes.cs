using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>The types that mean something in a formula, as one compilation knows them.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    public const string LossAttributeName = "AutoDiffCE.LossAttribute";

    private readonly INamedTypeSymbol? row = compilation.GetTypeByMetadataName("AutoDiffCE.Row");
    private readonly INamedTypeSymbol? mask = compilation.GetTypeByMetadataName("AutoDiffCE.RowMask");
    private readonly INamedTypeSymbol? lossMath = compilation.GetTypeByMetadataName("AutoDiffCE.LossMath");
    private readonly INamedTypeSymbol? math = compilation.GetTypeByMetadataName("System.Math");
    private readonly INamedTypeSymbol? lossAttribute = compilation.GetTypeByMetadataName(LossAttributeName);
    private readonly INamedTypeSymbol? differentiable = compilation.GetTypeByMetadataName("AutoDiffCE.DifferentiableAttribute");

    private readonly INamedTypeSymbol? label = compilation.GetTypeByMetadataName("AutoDiffCE.LabelAttribute");

    public Compilation Compilation { get; } = compilation;

    /// <summary>The version of the contract of the runtime; null where it has none.</summary>
    public string? RuntimeVersion => lossAttribute?.ContainingAssembly.GetAttributes()
        .Where(data => data.AttributeClass?.Name == nameof(AssemblyMetadataAttribute) && data.ConstructorArguments[0].Value as string == RuntimeContract.VersionKey)
        .Select(data => data.ConstructorArguments[1].Value as string)
        .FirstOrDefault();

    /// <summary>The attribute that makes a class a loss, or null where there is none.</summary>
    public AttributeData? LossAttribute(ISymbol symbol) => Attribute(symbol, lossAttribute);

    public bool IsDifferentiable(ISymbol symbol) => Attribute(symbol, differentiable) is not null;

    public bool IsLabel(IParameterSymbol parameter) => Attribute(parameter, label) is not null;

    /// <summary>How many classes a label has beyond those of the row, as its parameter says.</summary>
    public int ExtraClasses(IParameterSymbol parameter) =>
        Attribute(parameter, label)?.NamedArguments.FirstOrDefault(argument => argument.Key == "ExtraClasses").Value.Value is int extra ? extra : 0;

    public bool IsLossMath(ITypeSymbol? type) => Same(type, lossMath);

    /// <summary>Whether the functions of a type are elementary ones under other spellings.</summary>
    public bool IsMath(ITypeSymbol? type) => Same(type, math) || type?.SpecialType == SpecialType.System_Double;

    public bool IsRow(ITypeSymbol? type) => Same(type, row);

    public bool IsMask(ITypeSymbol? type) => Same(type, mask);

    public FormulaType Classify(ITypeSymbol? type) => type switch
    {
        null => FormulaType.None,
        { TypeKind: TypeKind.Error } => FormulaType.Invalid,
        { SpecialType: SpecialType.System_Double } => FormulaType.Real,
        { SpecialType: SpecialType.System_Int32 } => FormulaType.Integer,
        { SpecialType: SpecialType.System_Boolean } => FormulaType.Truth,
        { SpecialType: SpecialType.System_Single } => FormulaType.Single,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType.SpecialType: SpecialType.System_Int32 } => FormulaType.Enumeration,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Double } => FormulaType.Array,
        INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.All(element => IsInTuple(Classify(element.Type))) => FormulaType.Tuple,
        _ when IsRow(type) => FormulaType.Row,
        _ when IsMask(type) => FormulaType.Mask,
        _ => FormulaType.None,
    };

    private static bool IsInTuple(FormulaType type) => type is not (FormulaType.None or FormulaType.Array or FormulaType.Single or FormulaType.Invalid);

    private static AttributeData? Attribute(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => Same(data.AttributeClass, attribute));

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
