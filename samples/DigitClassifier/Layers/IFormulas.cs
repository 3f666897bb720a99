namespace DigitClassifier;

/// <summary>
/// What the network takes from generated kernels: how it activates, and what it loses. A kernel comes in float and in double; here that is
/// one thing, so that the network can be trained in float and checked in double.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IFormulas<T>
{
    /// <summary>Applies the activation to each number.</summary>
    void Activate(ReadOnlySpan<T> input, Span<T> destination);

    /// <summary>From the derivatives by the activated numbers to those by the numbers before.</summary>
    void ActivateBackward(ReadOnlySpan<T> input, ReadOnlySpan<T> upstream, Span<T> inputGradient);

    /// <summary>The mean loss of a batch.</summary>
    T Loss(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels);

    /// <summary>The mean loss of a batch, and its derivatives by the logits.</summary>
    T LossAndGradient(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> logitsGradient);
}
