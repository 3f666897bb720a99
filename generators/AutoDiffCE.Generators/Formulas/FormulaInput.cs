namespace AutoDiffCE.Generators.Formulas;

/// <summary>A parameter of the formula.</summary>
/// <param name="Name">The name, as the user wrote it.</param>
/// <param name="Kind">What it holds for each sample.</param>
/// <param name="IsDifferentiable">Whether the gradient is taken with respect to it.</param>
internal sealed record FormulaInput(string Name, InputKind Kind, bool IsDifferentiable)
{
    /// <summary>The name of the span that takes the gradient by it, or what stands in for one.</summary>
    public string GradientName { get; init; } = Name + "Gradient";

    /// <summary>How many classes a label has beyond those of the row.</summary>
    public int ExtraClasses { get; init; }

    /// <summary>Whether the formula picks an element of a row by a label, which can have no class beyond those of the row then.</summary>
    public bool PicksElement { get; init; }
}
