namespace AutoDiffCE;

// What a number is, as a condition; of a row, one flag per class.
public static partial class LossMath
{
    /// <summary>Whether x is NaN, as <see cref="double.IsNaN"/> has it: a target that is missing, for instance.</summary>
    /// <remarks>What is not taken because of it counts nothing, in value and gradient.</remarks>
    public static bool IsNaN(double x) => double.IsNaN(x);

    /// <inheritdoc cref="IsNaN(double)"/>
    public static RowMask IsNaN(Row x) => RowMask.Generate(x.Length, c => double.IsNaN(x[c]));

    /// <summary>Whether x is ∞ or −∞, as <see cref="double.IsInfinity"/> has it; false for NaN.</summary>
    /// <remarks>What is finite in real numbers may be infinite in a kernel: ask it of inputs.</remarks>
    public static bool IsInfinity(double x) => double.IsInfinity(x);

    /// <inheritdoc cref="IsInfinity(double)"/>
    public static RowMask IsInfinity(Row x) => RowMask.Generate(x.Length, c => double.IsInfinity(x[c]));

    /// <summary>Whether x is −∞, as <see cref="double.IsNegativeInfinity"/> has it: a logit that is masked, for instance.</summary>
    /// <remarks>What is finite in real numbers may be infinite in a kernel: ask it of inputs.</remarks>
    public static bool IsNegativeInfinity(double x) => double.IsNegativeInfinity(x);

    /// <inheritdoc cref="IsNegativeInfinity(double)"/>
    public static RowMask IsNegativeInfinity(Row x) => RowMask.Generate(x.Length, c => double.IsNegativeInfinity(x[c]));
}
