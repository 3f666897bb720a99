namespace AutoDiffCE.Exact;

/// <summary>One number of a sample: an element of its value, or of its gradient.</summary>
/// <param name="Input">The input that the gradient is by; −1 of a value.</param>
/// <param name="Position">Which element of the row; 0 of a number.</param>
internal readonly record struct ExactElement(int Input, int Position)
{
    /// <summary>Whether it belongs to the value.</summary>
    public bool IsValue => Input < 0;

    /// <summary>An element of the value.</summary>
    public static ExactElement OfValue(int position = 0) => new(-1, position);
}
