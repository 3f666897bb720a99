using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace Strict;

/// <summary>Softmax.</summary>
[Loss]
public sealed partial class Probabilities
{
    /// <summary>The row of one sample.</summary>
    /// <param name="logits">The scores of the classes.</param>
    public Row Formula(Row logits) => Softmax(logits);
}
