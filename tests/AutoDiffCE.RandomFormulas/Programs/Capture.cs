namespace AutoDiffCE.RandomFormulas.Programs;

/// <summary>A hyper-parameter.</summary>
/// <param name="Name">Its name, without @.</param>
/// <param name="Sort">Real, Whole, Truth or Row.</param>
/// <param name="Place">Where the class declares it.</param>
/// <param name="IsArray">Whether a row is declared as double[].</param>
/// <param name="Value">The value of a number or a truth; of a row, the seed of its elements.</param>
internal sealed record Capture(string Name, Sort Sort, CapturePlace Place, bool IsArray, double Value)
{
    /// <summary>The type that it is declared with.</summary>
    public string TypeName => Sort switch
    {
        Sort.Real => "double",
        Sort.Whole => "int",
        Sort.Truth => "bool",
        _ => IsArray ? "double[]" : "Row",
    };

    /// <summary>The elements of a row of a length: positive, about one.</summary>
    public double[] Row(int classes) => [.. Enumerable.Range(0, classes).Select(index => 0.25 + (((Value * 37.7) + (index * 0.618)) % 1.5))];
}
