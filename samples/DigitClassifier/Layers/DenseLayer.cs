using System.Numerics;

namespace DigitClassifier;

/// <summary>
/// output[s, o] = bias[o] + Σᵢ weight[o, i] · input[s, i] for each sample s. The parameters are the weights, a row for each output, and then
/// the biases.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal class DenseLayer<T>(int inputs, int outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers come in per sample.</summary>
    public int Inputs => inputs;

    /// <summary>How many numbers go out per sample.</summary>
    public int Outputs => outputs;

    /// <summary>How many numbers there are to learn.</summary>
    public int ParameterCount => (inputs + 1) * outputs;

    /// <summary>
    /// Weights to start from, of variance 2/inputs: then numbers keep their size from layer to layer, half of them being cut off between
    /// (He et al. 2015). The biases are 0.
    /// </summary>
    public void Initialize(Span<T> parameters, Random random)
    {
        parameters.Clear();
        // A uniform number between −a and a has variance a²/3.
        double bound = Math.Sqrt(3 * 2.0 / inputs);
        for (int i = 0; i < inputs * outputs; i++)
            parameters[i] = T.CreateChecked(bound * (2 * random.NextDouble() - 1));
    }

    /// <summary>Writes the output.</summary>
    public void Forward(ReadOnlyMemory<T> parameters, ReadOnlyMemory<T> input, Memory<T> output, int samples)
    {
        Work.Share(outputs, samples * inputs, unit =>
        {
            ReadOnlySpan<T> weights = parameters.Span.Slice(unit * inputs, inputs);
            T bias = parameters.Span[inputs * outputs + unit];
            MatrixProducts<T>.InnerProducts(weights, input.Span[..(samples * inputs)], bias, output.Span[unit..], outputs);
        });
    }

    /// <summary>
    /// Writes the derivatives by the parameters: ∂loss/∂weight[o, i] = Σₛ outputGradient[s, o] · input[s, i], and
    /// ∂loss/∂bias[o] = Σₛ outputGradient[s, o].
    /// </summary>
    public virtual void ParameterGradient(ReadOnlyMemory<T> input, ReadOnlyMemory<T> outputGradient, Memory<T> gradient, int samples)
    {
        Work.Share(outputs, samples * inputs, unit =>
        {
            ReadOnlySpan<T> factors = outputGradient.Span[unit..];
            ReadOnlySpan<T> rows = input.Span[..(samples * inputs)];
            MatrixProducts<T>.WeightedSum(factors, outputs, rows, gradient.Span.Slice(unit * inputs, inputs));
            T sum = T.Zero;
            for (int sample = 0; sample < samples; sample++)
                sum += factors[sample * outputs];
            gradient.Span[inputs * outputs + unit] = sum;
        });
    }

    /// <summary>Writes the derivatives by the input: ∂loss/∂input[s, i] = Σₒ outputGradient[s, o] · weight[o, i].</summary>
    public void InputGradient(ReadOnlyMemory<T> parameters, ReadOnlyMemory<T> outputGradient, Memory<T> inputGradient, int samples)
    {
        Work.Share(samples, outputs * inputs, sample =>
        {
            ReadOnlySpan<T> factors = outputGradient.Span.Slice(sample * outputs, outputs);
            ReadOnlySpan<T> weights = parameters.Span[..(inputs * outputs)];
            MatrixProducts<T>.WeightedSum(factors, 1, weights, inputGradient.Span.Slice(sample * inputs, inputs));
        });
    }
}
