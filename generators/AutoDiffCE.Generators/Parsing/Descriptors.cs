using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What can be wrong with a loss. An id stands for what its author must do; the construct is an argument.</summary>
internal static class Descriptors
{
    // Where the pages of help are, if the project has an address. Before all that is made with it.
    private static readonly string? helpPages = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "HelpPages")?.Value;

    public static readonly DiagnosticDescriptor LossType = Error(
        "ADCE001", "A loss is a partial class of its own", "'{0}' cannot be a loss: {1}");

    public static readonly DiagnosticDescriptor FormulaCount = Error(
        "ADCE002", "A loss has one formula", "'{0}' needs exactly one method named Formula, but it has {1}");

    public static readonly DiagnosticDescriptor FormulaSignature = Error(
        "ADCE003", "A formula is public and returns double or Row", "The formula of '{0}' {1}");

    public static readonly DiagnosticDescriptor ParameterType = Error(
        "ADCE004", "A formula takes double, Row and int", "Parameter '{0}' is {1}, but a formula takes double, Row and int by value");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "ADCE005", "A name is taken by the generated part", "{1} named '{0}' too; choose another name");

    public static readonly DiagnosticDescriptor ParameterCount = Error(
        "ADCE006", "A formula takes a few parameters", "A formula takes {0}, but this one takes {1}");

    public static readonly DiagnosticDescriptor SinglePrecision = Error(
        "ADCE007", "A formula is written in double", "'{0}' is float, but a formula is written in double, which stands for the real numbers");

    public static readonly DiagnosticDescriptor IntegerDivision = Error(
        "ADCE008", "A division of integers drops the fraction", "'{0}' divides integers and drops the fraction; write one of them as a double, as in 1.0/2");

    public static readonly DiagnosticDescriptor Construct = Error(
        "ADCE009", "A construct is not part of formulas", "A formula cannot use {0}");

    public static readonly DiagnosticDescriptor Call = Error(
        "ADCE010", "A method is not part of formulas",
        "A formula cannot call '{0}'{1}; it calls the functions of LossMath, their equals in Math and double, and methods written in this project");

    public static readonly DiagnosticDescriptor MutableHyperParameter = Error(
        "ADCE011", "A hyper-parameter never changes", "'{0}' can change after the loss was made; make it {1}");

    public static readonly DiagnosticDescriptor Capture = Error(
        "ADCE012", "A formula captures numbers and rows of its own class", "A formula cannot capture '{0}': {1}");

    public static readonly DiagnosticDescriptor RowIndex = Error(
        "ADCE013", "A row is indexed within its length",
        "'{0}' is no index of {1}; {2}");

    public static readonly DiagnosticDescriptor NoDependence = Error(
        "ADCE014", "A formula depends on what it is differentiated by", "The formula does not depend on '{0}', so it has no gradient with respect to it");

    public static readonly DiagnosticDescriptor Differentiable = Error(
        "ADCE015", "Only real inputs are differentiable", "[Differentiable] cannot mark '{0}': {1}");

    public static readonly DiagnosticDescriptor NoKernel = Error(
        "ADCE016", "There is no kernel for a formula", "There is no kernel for the formula of '{0}': {1}");

    public static readonly DiagnosticDescriptor CompilerFault = Error(
        "ADCE017", "The compiler of formulas is at fault", "This is a bug of AutoDiffCE, not of '{0}'; please report it with the formula: {1}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "ADCE018", "Losses need a later C#", "The generated part of '{0}' needs C# {1} or later, but this project is compiled as C# {2}; set LangVersion");

    public static readonly DiagnosticDescriptor DerivedFormula = Error(
        "ADCE019", "The formula of a loss is final",
        "Nothing runs this formula: '{0}' has the kernels that were made from the formula of '{1}'; make it a loss of its own");

    public static readonly DiagnosticDescriptor ForeignNames = Error(
        "ADCE020", "A formula uses what its project wrote",
        "The formula of '{0}' uses what another source generator adds, and no generator sees the work of another");

    public static readonly DiagnosticDescriptor Label = Error(
        "ADCE021", "[Label] marks an integer beside a row", "[Label] cannot mark '{0}': {1}");

    public static readonly DiagnosticDescriptor RuntimeVersion = Error(
        "ADCE022", "Generator and runtime are of one version",
        "The generated part of '{0}' would not fit the runtime that this project references ({1}); reference AutoDiffCE in one version");

    /// <summary>Without them a loss cannot be generated: the generator reports them, whatever a project says of analyzers and of severities.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Errors { get; } =
    [
        LossType, FormulaCount, FormulaSignature, ParameterType, ReservedName, ParameterCount,
        SinglePrecision, IntegerDivision, Construct, Call, MutableHyperParameter,
        Capture, RowIndex, NoDependence, Differentiable, NoKernel, CompilerFault, LanguageVersion, DerivedFormula, ForeignNames, Label, RuntimeVersion,
    ];

    public static readonly DiagnosticDescriptor ZeroGradient = Warning(
        "ADCE101", "A gradient is zero everywhere",
        "The gradient with respect to '{0}' is zero everywhere, so nothing can be learned from it: the formula has steps only, or stops the gradient");

    public static readonly DiagnosticDescriptor DecidesOnly = Warning(
        "ADCE102", "An input decides branches only",
        "The gradient with respect to '{0}' is zero everywhere: it only decides between branches, or enters through a step or StopGradient");

    public static readonly DiagnosticDescriptor Jump = Warning(
        "ADCE103", "The value jumps at a branch", "The value jumps where '{0}' changes, from {1} to {2} for instance: no gradient tells of a jump");

    public static readonly DiagnosticDescriptor NoLabel = Descriptor(
        "ADCE104",
        "An integer beside a row is no label",
        "'{0}' is no label, since nothing in the formula says that it is a class of the row: the loss has no class weights, label smoothing and ignored label; "
            + "mark it [Label] if it is one",
        DiagnosticSeverity.Info);

    /// <summary>What is worth a look in a loss that has a gradient: the analyzer reports it, as a project wants it.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Warnings { get; } = [ZeroGradient, DecidesOnly, Jump, NoLabel];

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Descriptor(id, title, message, DiagnosticSeverity.Warning);

    // No pragma, option or severity hides what is not configurable, and no SuppressMessage what is the compiler's.
    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Descriptor(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler);

    private static DiagnosticDescriptor Descriptor(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) => new(
        id,
        title,
        message,
        "AutoDiffCE",
        severity,
        isEnabledByDefault: true,
        helpLinkUri: helpPages is null ? null : helpPages + id + ".md",
        customTags: tags);
}
