using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>An early return, locals that are assigned again, a nested choice.</summary>
[Loss]
internal sealed partial class EarlyReturnLoss(double limit)
{
    public double Formula(Row logits, int label)
    {
        double own = logits[label];
        if (own > limit)
            return 0.5 * own * own + Mean(logits);

        double penalty = own;
        penalty *= 2;
        if (own < -limit)
        {
            penalty -= Max(logits);
        }
        else
        {
            penalty += own > 0 ? own * own : Exp(own);
        }

        return Log(1 + Exp(penalty)) + Mean(logits * logits);
    }
}
