using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>The form in which values and gradients are scheduled: zeros that are meant stay zero, and sums have their groups back.</summary>
internal sealed class LastForm(StrongZeros zeros, WrittenSums sums)
{
    // A product or a quotient is guarded in a group like everywhere else.
    private readonly WrittenSums inValues = sums.Rewritten(sum => zeros.Guard(sum, isGradient: false));
    private readonly WrittenSums inGradients = sums.Rewritten(sum => zeros.Guard(sum, isGradient: true));

    public Node OfValue(Node value) => inValues.Restore(zeros.Guard(value, isGradient: false));

    public Node OfGradient(Node gradient) => inGradients.Restore(zeros.Guard(gradient, isGradient: true));
}
