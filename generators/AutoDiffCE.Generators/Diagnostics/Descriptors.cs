using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>What can be wrong with a loss. An id stands for what its author must do; the construct is an argument.</summary>
internal static class Descriptors
{
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
        "ADCE010", "A method is not part of formulas", "A formula cannot call '{0}'; it calls the functions of LossMath and their equals in Math and double");

    public static readonly DiagnosticDescriptor MutableHyperParameter = Error(
        "ADCE011", "A hyper-parameter never changes", "'{0}' can change after the loss was made; make it {1}");

    public static readonly DiagnosticDescriptor Capture = Error(
        "ADCE012", "A formula captures numbers and rows of its own class", "A formula cannot capture '{0}': {1}");

    public static readonly DiagnosticDescriptor RowIndex = Error(
        "ADCE013", "A row is indexed by a label or a constant", "'{0}' is no index that the compiler can follow; index a row by a label, by a constant, or from its end");

    public static readonly DiagnosticDescriptor NoDependence = Error(
        "ADCE014", "A formula depends on what it is differentiated by", "The formula does not depend on '{0}', so it has no gradient with respect to it");

    public static readonly DiagnosticDescriptor Differentiable = Error(
        "ADCE015", "Only real inputs are differentiable", "[Differentiable] cannot mark '{0}': {1}");

    public static readonly DiagnosticDescriptor NoKernel = Error(
        "ADCE016", "There is no kernel for a formula", "There is no kernel for the formula of '{0}': {1}");

    public static readonly DiagnosticDescriptor NoLabel = Make(
        "ADCE150",
        "An integer beside a row is no label",
        "'{0}' is no label, since nothing in the formula says that it is a class of the row: the loss has no class weights, label smoothing and ignored label; "
            + "mark it [Label] if it is one",
        DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Label = Error(
        "ADCE151", "[Label] marks an integer beside a row", "[Label] cannot mark '{0}': {1}");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        LossType, FormulaCount, FormulaSignature, ParameterType, ReservedName, ParameterCount,
        SinglePrecision, IntegerDivision, Construct, Call, MutableHyperParameter,
        Capture, RowIndex, NoDependence, Differentiable, NoKernel,
        NoLabel, Label,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        "AutoDiffCE",
        severity,
        isEnabledByDefault: true,
        helpLinkUri: "https://github.com/autodiffce/autodiffce/blob/main/generators/AutoDiffCE.Generators/Diagnostics/Help/" + id + ".md");
}
