namespace AutoDiffCE.Generators.Formulas;

/// <summary>Numbers for the names in a formula: one sample.</summary>
internal sealed class FormulaArguments
{
    public int Classes { get; init; }

    /// <summary>Row inputs and rows shared by the batch.</summary>
    public Dictionary<string, double[]> Rows { get; } = [];

    /// <summary>Scalar inputs and hyper-parameters.</summary>
    public Dictionary<string, double> Scalars { get; } = [];

    public Dictionary<string, int> Labels { get; } = [];
}
