namespace AutoDiffCE.Generators.Formulas;

/// <summary>What the formula captures from its class: one value, or one row, for the whole batch.</summary>
/// <param name="Name">The name in the formula, which no other input of it has.</param>
/// <param name="IsRow">Whether it is a row.</param>
/// <param name="Access">The C# expression, inside an instance member of the loss, for its value: a double, a bool, a Row or a double[].</param>
/// <param name="IsArray">Whether a row is captured as a <c>double[]</c>.</param>
/// <param name="IsOptional">Whether a row may be empty, and is all ones then.</param>
/// <param name="IsFlag">Whether it is a bool, which kernels take as 1 or 0.</param>
/// <param name="IsInteger">Whether it is an int, which kernels take as a double.</param>
internal sealed record HyperParameter(
    string Name, bool IsRow, string Access, bool IsArray = false, bool IsOptional = false, bool IsFlag = false, bool IsInteger = false)
{
    /// <summary>What its author calls it: the name of a member, or of a parameter of the class.</summary>
    public string Spelling { get; init; } = Name;

    /// <summary>Whether <see cref="Spelling"/> is an expression, which C# computes once per call, and only where it is needed.</summary>
    public bool IsExpression { get; init; }
}
