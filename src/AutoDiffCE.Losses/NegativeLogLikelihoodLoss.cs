namespace AutoDiffCE.Losses;

/// <summary>Negative log-likelihood of a label: −logProbabilities[label].</summary>
/// <remarks>
/// PyTorch's <c>nn.NLLLoss(weight, ignore_index)</c>: class weights and ignored labels come from lifting the label. Of logits rather than logarithmic
/// probabilities, <see cref="CrossEntropyLoss"/> is the loss.
/// <para>Source: https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html</para>
/// </remarks>
[Loss]
public sealed partial class NegativeLogLikelihoodLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="logProbabilities">The logarithms of the predicted probabilities, such as a log-softmax.</param>
    /// <param name="label">The class that is true.</param>
    public double Formula(Row logProbabilities, int label) => -logProbabilities[label];
}
