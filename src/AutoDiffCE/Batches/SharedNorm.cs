using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>√Σ u² over a row that all samples share, without overflow or underflow of the squares.</summary>
/// <param name="largest">The largest |u|; 0 for a row without elements.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SharedNorm(double largest)
{
    private double squares;

    /// <summary>Adds u².</summary>
    /// <param name="value">u, of at most the largest magnitude.</param>
    public void Add(double value) => squares += value / largest * (value / largest);

    /// <summary>The root of the sum.</summary>
    public readonly double Value => !(largest > 0) || double.IsPositiveInfinity(largest) ? largest : largest * Math.Sqrt(squares);
}
