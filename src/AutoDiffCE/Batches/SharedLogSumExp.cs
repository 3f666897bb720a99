using System.ComponentModel;

namespace AutoDiffCE.Batches;

/// <summary>log Σ e^u over a row that all samples share, with all its digits also where the largest term is almost all of the sum.</summary>
/// <param name="largest">The largest u; −∞ for a row without elements or of nothing but −∞.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SharedLogSumExp(double largest)
{
    private readonly double pivot = Strong.Pivot(largest);
    private double sum;
    private double tail;

    /// <summary>Adds e^u.</summary>
    /// <param name="exponent">u, at most the largest.</param>
    public void Add(double exponent)
    {
        double exponential = Math.Exp(exponent - pivot);
        sum += exponential;

        // Where no other term comes near the largest, the others are summed without it: added to 1 they would be rounded away.
        if (exponential <= 0.75) tail += exponential;
    }

    /// <summary>The logarithm of the sum; an infinite largest term is the result, and infinity minus infinity would be NaN.</summary>
    public readonly double Value => double.IsInfinity(pivot) ? pivot : pivot + ScalarMath.LogP1(Strong.Tail(tail, sum));
}
