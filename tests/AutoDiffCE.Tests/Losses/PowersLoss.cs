using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>Squares, cubes and reciprocals of numbers, of rows and of what the batch shares.</summary>
[Loss]
internal sealed partial class PowersLoss(double scale)
{
    public double Formula(Row logits, int label) =>
        Square(scale) * Sum(Square(logits) * Reciprocal(2 + Square(logits))) + Mean(Cube(logits)) - Reciprocal(3 + Square(logits[label]));
}
