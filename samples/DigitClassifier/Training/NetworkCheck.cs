using System.Numerics;
using AutoDiffCE.Checking;

namespace DigitClassifier;

/// <summary>
/// Checks the gradient of a whole network, hand-written layers and generated kernels together: a function of all parameters, on a batch.
/// </summary>
internal static class NetworkCheck
{
    /// <summary>Checks a network at its initial parameters.</summary>
    /// <param name="network">The network in double, which is compared with differences of its value.</param>
    /// <param name="twin">The same in float, which is compared with the one in double.</param>
    /// <param name="set">The first images are the batch.</param>
    /// <param name="samples">How many.</param>
    /// <returns>What was found.</returns>
    public static GradientReport Run(Network<double> network, Network<float> twin, DigitSet set, int samples)
    {
        float[] single = new float[samples * set.PixelsPerImage];
        int[] labels = new int[samples];
        set.CopyTo([.. Enumerable.Range(0, samples)], single, labels);
        double[] images = Array.ConvertAll(single, pixel => (double)pixel);
        return new GradientCheck().Check(
            Function(network, images, labels), network.InitialParameters(new Random(1)), classes: 0, Function(twin, single, labels));
    }

    private static DifferentiableFunction<T> Function<T>(Network<T> network, T[] images, int[] labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] parameters = new T[network.ParameterCount];
        T[] derivatives = new T[network.ParameterCount];
        return (point, gradient) =>
        {
            point.CopyTo(parameters);
            T value = network.ValueAndGradient(parameters, images, labels, derivatives);
            derivatives.CopyTo(gradient);
            return value;
        };
    }
}
