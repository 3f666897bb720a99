namespace AutoDiffCE.Losses;

/// <summary>Squared error of a prediction: (prediction − target)².</summary>
/// <remarks>Source: https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html</remarks>
[Loss]
public sealed partial class MeanSquaredErrorLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="prediction">What the model says.</param>
    /// <param name="target">What it should have said.</param>
    public double Formula(double prediction, double target) => (prediction - target) * (prediction - target);
}
