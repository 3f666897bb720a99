using static AutoDiffCE.LossMath;

namespace AutoDiffCE.PublishedLosses.Segmentation;

/// <summary>log cosh of the Dice loss.</summary>
/// <remarks>S. Jadon, A Survey of Loss Functions for Semantic Segmentation, CIBCB 2020.</remarks>
[Loss]
internal sealed partial class LogCoshDiceLoss
{
    private readonly DiceLoss dice = new();

    /// <param name="p">The probability of each voxel to be foreground.</param>
    /// <param name="g">1 where it is, 0 elsewhere.</param>
    public double Formula(Row p, Row g)
    {
        double x = dice.Formula(p, g);
        return Log((Exp(x) + Exp(-x)) / 2);
    }
}
