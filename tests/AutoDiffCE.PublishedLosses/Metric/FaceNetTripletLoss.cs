using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Metric;

/// <summary>[‖a − p‖² − ‖a − n‖² + α]₊ of embeddings that are normalized first.</summary>
/// <remarks>F. Schroff, D. Kalenichenko, J. Philbin, FaceNet: A Unified Embedding for Face Recognition and Clustering, CVPR 2015.</remarks>
[Loss]
internal sealed partial class FaceNetTripletLoss(double alpha)
{
    /// <param name="a">The anchor.</param>
    /// <param name="p">An embedding of the same person.</param>
    /// <param name="n">One of another person.</param>
    public double Formula([Differentiable] Row a, [Differentiable] Row p, [Differentiable] Row n)
    {
        (Row anchor, Row positive, Row negative) = (a / Norm(a), p / Norm(p), n / Norm(n));
        return Relu(SquaredDistance(anchor, positive) - SquaredDistance(anchor, negative) + alpha);
    }

    private static double SquaredDistance(Row x, Row y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        return sum;
    }
}
