using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Two rows drawn together or pushed apart, as an integer says.</summary>
[Loss]
internal sealed partial class ContrastiveLoss(double margin)
{
    public double Formula([Differentiable] Row left, [Differentiable] Row right, int isSame)
    {
        double square = Sum((left - right) * (left - right));
        if (isSame == 1)
            return square;

        double distance = Sqrt(square + 0.25);
        return distance < margin ? (margin - distance) * (margin - distance) : 0;
    }
}
