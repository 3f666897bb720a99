using System.Numerics;
using System.Runtime.InteropServices;

namespace DigitClassifier;

/// <summary>
/// Gradient descent with momentum: velocity ← momentum · velocity + gradient; parameters ← parameters − stepSize · velocity.
/// </summary>
internal sealed class MomentumDescent(int parameterCount, float momentum)
{
    private readonly float[] velocity = new float[parameterCount];

    /// <summary>One step.</summary>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradient, float stepSize)
    {
        Span<Vector<float>> positions = MemoryMarshal.Cast<float, Vector<float>>(parameters);
        Span<Vector<float>> velocities = MemoryMarshal.Cast<float, Vector<float>>(velocity.AsSpan());
        ReadOnlySpan<Vector<float>> slopes = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (int i = 0; i < slopes.Length; i++)
        {
            velocities[i] = momentum * velocities[i] + slopes[i];
            positions[i] -= stepSize * velocities[i];
        }

        for (int i = slopes.Length * Vector<float>.Count; i < gradient.Length; i++)
        {
            velocity[i] = momentum * velocity[i] + gradient[i];
            parameters[i] -= stepSize * velocity[i];
        }
    }
}
