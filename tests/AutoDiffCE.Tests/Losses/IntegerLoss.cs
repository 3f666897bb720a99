using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>An integer that is no label, of any sign; where the flag says so it is compared with an index, by way of a choice.</summary>
[Loss]
internal sealed partial class IntegerLoss(bool compares)
{
    public double Formula(Row logits, int shift)
    {
        int position = compares ? shift : 1;
        return Abs(shift) * Sum(logits * logits) + Max(shift, 0) * logits[0] + Sum(Where(Index(logits) == position, logits, 0));
    }
}
