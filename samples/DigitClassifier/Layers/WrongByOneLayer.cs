using System.Numerics;

namespace DigitClassifier;

/// <summary>
/// A dense layer with a mistake that is easily made: the loop over the input starts at 1, so each weight gets the derivative of the one
/// after it.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class WrongByOneLayer<T>(int inputs, int outputs) : DenseLayer<T>(inputs, outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Writes derivatives that look right and are not.</summary>
    public override void ParameterGradient(ReadOnlyMemory<T> input, ReadOnlyMemory<T> outputGradient, Memory<T> gradient, int samples)
    {
        T[] shifted = new T[samples * Inputs];
        input.Span[1..shifted.Length].CopyTo(shifted);
        base.ParameterGradient(shifted, outputGradient, gradient, samples);
    }
}
