namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>What a formula and its gradient are at a sample.</summary>
/// <param name="Values">The value, or the row that the formula gives.</param>
/// <param name="Gradients">For each real input, the derivatives by its elements.</param>
/// <param name="IsOpen">Whether rounding leaves open which way a branch goes.</param>
/// <param name="IsBendOpen">Whether rounding leaves open on which side of a kink the sample lies.</param>
/// <param name="HasStrongZero">Whether a product is zero that is NaN in plain C#.</param>
internal sealed record Outcome<N>(N[] Values, N[][] Gradients, bool IsOpen, bool IsBendOpen, bool HasStrongZero);
