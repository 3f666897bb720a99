using static AutoDiffCE.LossMath;

namespace AutoDiffCE.Tests.Activations;

/// <summary>A map with a hyper-parameter, written with functions of rows.</summary>
[Loss]
internal sealed partial class TemperedSoftmax(double temperature)
{
    public Row Formula(Row logits) => Softmax(logits / temperature);
}
