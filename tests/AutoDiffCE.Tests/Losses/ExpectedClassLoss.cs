using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Losses;

/// <summary>How far the expected class is from the label and from its neighbor: nothing but the attribute says that it is one.</summary>
[Loss]
internal sealed partial class ExpectedClassLoss
{
    public double Formula(Row logits, [Label] int label)
    {
        double expected = Sum(Softmax(logits), (probability, i) => probability * i);
        return Pow(expected - label, 2) + 0.5 * Abs(expected - (label - 1));
    }
}
