using AutoDiffCE;
using static AutoDiffCE.LossMath;

namespace DigitClassifier;

/// <summary>max(0, input): what lets two layers do more than one.</summary>
[Loss]
internal sealed partial class ReluActivation
{
    public double Formula(double input) => Relu(input);
}
