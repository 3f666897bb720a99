namespace AutoDiffCE.Batches;

/// <summary>
/// A call in float that is computed in double, because float does not hold what its samples share: 1e−8 to the power of six is 0 in float, and times 1e30 it must
/// not be.
/// </summary>
internal static class WideCall
{
    /// <summary>Runs a kernel over a call.</summary>
    public static BatchResult Run<TKernel>(ref TKernel kernel, Loss loss, KernelShape shape, scoped in BatchCall<float> call)
        where TKernel : struct, IKernel<TKernel>
    {
        double[] destination = Widen(call.Destination);
        var gradients = new double[shape.Inputs.Length][];
        var wide = new BatchCall<double>
        {
            Goal = call.Goal,
            HasLabelDistribution = call.HasLabelDistribution,
            ClassWeights = call.ClassWeights,
            LabelSmoothing = call.LabelSmoothing,
            IgnoreIndex = call.IgnoreIndex,
            Label0 = call.Label0,
            Label1 = call.Label1,
            Upstream = Widen(call.Upstream),
            Destination = destination,
            Classes = call.Classes,
            Options = OptionsOf(call.Options),
        };
        for (int input = 0; input < gradients.Length; input++)
        {
            wide.SetInput(input, Widen(call.Input(input)));
            // What lies between rows stays what it is.
            wide.SetGradient(input, gradients[input] = Widen(call.Gradient(input)));
        }

        BatchResult result = BatchDriver.Run(loss, shape, kernel, wide);
        Narrow(destination, call.Destination);
        for (int input = 0; input < gradients.Length; input++)
            Narrow(gradients[input], call.Gradient(input));
        return result;
    }

    private static BatchOptions<double> OptionsOf(BatchOptions<float> options) => new()
    {
        SampleWeights = Widen(options.SampleWeights),
        Normalizer = options.Normalizer,
        Classes = options.Classes,
        Inner = options.Inner,
        RowStride = options.RowStride,
        DegreeOfParallelism = options.DegreeOfParallelism,
    };

    private static double[] Widen(ReadOnlySpan<float> numbers)
    {
        double[] wide = new double[numbers.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = numbers[i];
        return wide;
    }

    private static void Narrow(double[] numbers, Span<float> destination)
    {
        for (int i = 0; i < numbers.Length; i++)
            destination[i] = (float)numbers[i];
    }
}
