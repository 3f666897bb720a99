using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Classification;

/// <summary>−log((o[y]² + ε) / Σ (o² + ε)).</summary>
/// <remarks>A. de Brébisson, P. Vincent, An Exploration of Softmax Alternatives Belonging to the Spherical Loss Family, ICLR 2016.</remarks>
[Loss]
internal sealed partial class SphericalSoftmaxLoss(double epsilon)
{
    /// <param name="o">The scores of the classes.</param>
    /// <param name="y">The class that is true.</param>
    public double Formula(Row o, int y)
    {
        double denominator = 0;
        for (int j = 0; j < o.Length; j++)
            denominator += o[j] * o[j] + epsilon;
        return -Log((o[y] * o[y] + epsilon) / denominator);
    }
}
