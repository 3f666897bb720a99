using System.Numerics;

namespace DigitClassifier;

/// <summary>
/// Two layers: loss(output(activation(hidden(image))), label), and its gradient by the chain rule, from the loss back to the parameters.
/// </summary>
/// <remarks>
/// The parameters are one array, those of the hidden layer first. They belong to the caller, so what trains the network and what checks it
/// need not know its layers. An instance keeps what it computes between the layers and serves one thread at a time.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Network<T>(DenseLayer<T> hidden, DenseLayer<T> output, IFormulas<T> formulas)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[] sums = [];
    private T[] activations = [];
    private T[] hiddenGradient = [];
    private T[] logits = [];
    private T[] logitsGradient = [];

    /// <summary>How many numbers there are to learn.</summary>
    public int ParameterCount => hidden.ParameterCount + output.ParameterCount;

    /// <summary>How many numbers an image has.</summary>
    public int Inputs => hidden.Inputs;

    /// <summary>How many classes there are.</summary>
    public int Classes => output.Outputs;

    /// <summary>Parameters to start from.</summary>
    public T[] InitialParameters(Random random)
    {
        T[] parameters = new T[ParameterCount];
        hidden.Initialize(parameters.AsSpan(0, hidden.ParameterCount), random);
        output.Initialize(parameters.AsSpan(hidden.ParameterCount), random);
        return parameters;
    }

    /// <summary>The mean loss of a batch.</summary>
    /// <returns>The loss.</returns>
    public T Value(ReadOnlyMemory<T> parameters, ReadOnlyMemory<T> images, ReadOnlySpan<int> labels) =>
        formulas.Loss(Logits(parameters, images, labels.Length), labels);

    /// <summary>The mean loss of a batch, and its derivatives by the parameters.</summary>
    /// <returns>The loss.</returns>
    public T ValueAndGradient(ReadOnlyMemory<T> parameters, ReadOnlyMemory<T> images, ReadOnlySpan<int> labels, Memory<T> gradient)
    {
        int samples = labels.Length;
        int units = samples * hidden.Outputs;
        ReadOnlySpan<T> scores = Logits(parameters, images, samples);
        T value = formulas.LossAndGradient(scores, labels, logitsGradient.AsSpan(0, scores.Length));

        ReadOnlyMemory<T> outputParameters = parameters[hidden.ParameterCount..];
        output.ParameterGradient(activations, logitsGradient, gradient[hidden.ParameterCount..], samples);
        output.InputGradient(outputParameters, logitsGradient, hiddenGradient, samples);
        formulas.ActivateBackward(sums.AsSpan(0, units), hiddenGradient.AsSpan(0, units), sums.AsSpan(0, units));
        hidden.ParameterGradient(images, sums, gradient[..hidden.ParameterCount], samples);
        return value;
    }

    /// <summary>The scores of the classes for each image of a batch; valid until the next call.</summary>
    public ReadOnlySpan<T> Logits(ReadOnlyMemory<T> parameters, ReadOnlyMemory<T> images, int samples)
    {
        Reserve(samples);
        int units = samples * hidden.Outputs;
        hidden.Forward(parameters[..hidden.ParameterCount], images, sums, samples);
        formulas.Activate(sums.AsSpan(0, units), activations.AsSpan(0, units));
        output.Forward(parameters[hidden.ParameterCount..], activations, logits, samples);
        return logits.AsSpan(0, samples * output.Outputs);
    }

    private void Reserve(int samples)
    {
        if (logits.Length >= samples * output.Outputs) return;
        sums = new T[samples * hidden.Outputs];
        activations = new T[samples * hidden.Outputs];
        hiddenGradient = new T[samples * hidden.Outputs];
        logits = new T[samples * output.Outputs];
        logitsGradient = new T[samples * output.Outputs];
    }
}
