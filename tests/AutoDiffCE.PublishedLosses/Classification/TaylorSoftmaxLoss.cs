using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Classification;

/// <summary>−log(t[y] / Σ t), t = 1 + x + x²/2: e^x of softmax by the first terms of its series.</summary>
/// <remarks>A. de Brébisson, P. Vincent, An Exploration of Softmax Alternatives Belonging to the Spherical Loss Family, ICLR 2016.</remarks>
[Loss]
internal sealed partial class TaylorSoftmaxLoss
{
    /// <param name="x">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row x, int y)
    {
        Row numerator = 1 + x + Square(x) / 2;
        return -Log(numerator[y] / Sum(numerator));
    }
}
