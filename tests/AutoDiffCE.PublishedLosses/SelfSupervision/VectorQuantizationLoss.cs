using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.SelfSupervision;

/// <summary>‖x − z_q‖² + ‖sg[z_e] − e‖² + β ‖z_e − sg[e]‖², z_q = z_e + sg[e − z_e].</summary>
/// <remarks>A. van den Oord, O. Vinyals, K. Kavukcuoglu, Neural Discrete Representation Learning, NeurIPS 2017; the decoder is the identity.</remarks>
[Loss]
internal sealed partial class VectorQuantizationLoss(double beta)
{
    /// <param name="ze">What the encoder gives.</param>
    /// <param name="e">The nearest entry of the code book.</param>
    /// <param name="x">What is to be reconstructed.</param>
    public double Formula([Differentiable] Row ze, [Differentiable] Row e, Row x)
    {
        Row zq = ze + StopGradient(e - ze);
        return Sum(Square(x - zq)) + Sum(Square(StopGradient(ze) - e)) + beta * Sum(Square(ze - StopGradient(e)));
    }
}
