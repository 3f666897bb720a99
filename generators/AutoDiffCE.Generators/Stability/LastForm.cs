using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>The form in which values and gradients are scheduled: zeros that are meant stay zero, and sums have their groups back.</summary>
/// <param name="zeros">The zeros that are meant.</param>
/// <param name="ofValue">The sums of the value.</param>
/// <param name="ofGradient">The sums of what was differentiated.</param>
internal sealed class LastForm(StrongZeros zeros, WrittenSums ofValue, WrittenSums ofGradient)
{
    // A product or a quotient is guarded in a group like everywhere else.
    private readonly WrittenSums inValues = ofValue.Rewritten(sum => zeros.Guard(sum, isGradient: false));
    private readonly WrittenSums inGradients = ofGradient.Rewritten(sum => zeros.Guard(sum, isGradient: true));

    public Node OfValue(Node value) => inValues.Restore(zeros.Guard(value, isGradient: false));

    public Node OfGradient(Node gradient) => inGradients.Restore(zeros.Guard(gradient, isGradient: true));
}
