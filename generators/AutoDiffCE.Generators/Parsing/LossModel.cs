using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>All that emission knows about one loss: plain data, equal to another's when the generated text is the same.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="ContainingTypes">The types it is nested in, outermost first.</param>
/// <param name="TypeName">The name of the class, escaped where it is a keyword.</param>
/// <param name="Accessibility">public, internal, private, ...: as C# writes it.</param>
/// <param name="IsSealed">Whether nothing derives from it.</param>
/// <param name="IsAbstract">Whether it cannot be made.</param>
/// <param name="Shape">The base type that fits.</param>
/// <param name="MeanOverSamples">Whether the mean divides by the number of samples, whatever they weigh.</param>
/// <param name="Inputs">The parameters of the formula, in order; known also where the formula is in error.</param>
/// <param name="Formula">The formula; null where it is in error, so that the members exist and throw.</param>
/// <param name="CSharp">What the formula leaves to C#; null where that is nothing.</param>
/// <param name="FormulaText">What the user wrote, without its indentation.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Fault">Where the formula is in error, what its members throw: id, place and message; otherwise null.</param>
internal sealed record LossModel(
    string Namespace,
    EquatableArray<TypeHeader> ContainingTypes,
    string TypeName,
    string Accessibility,
    bool IsSealed,
    bool IsAbstract,
    LossShape Shape,
    bool MeanOverSamples,
    EquatableArray<FormulaInput> Inputs,
    FrozenFormula? Formula,
    CSharpPart? CSharp,
    string FormulaText,
    string HintName,
    string? Fault);
