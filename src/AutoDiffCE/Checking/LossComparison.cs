namespace AutoDiffCE.Checking;

/// <summary>All members of a loss on one batch: which gradients to compare with differences, and which results with each other.</summary>
internal sealed class LossComparison : IComparison
{
    private readonly ILossBatch<double> batch;
    private readonly ILossBatch<float> single;
    private readonly double[] point;
    private readonly double[] upstream;
    private readonly int samples;
    private readonly TwinCheck twins;

    public LossComparison(
        ILossBatch<double> batch, ILossBatch<float> single, ElementLayout layout, double[] point, Func<int, string> describe, TwinCheck twins, Random random)
    {
        (this.batch, this.single, this.point, this.twins) = (batch, single, point, twins);
        Kinks = KinksAttribute.PlacesOf(batch.Loss);
        HoldsInputs = batch.Loss.HoldsInputs;
        Layout = layout;
        Describe = describe;
        samples = layout.Samples(point.Length);
        upstream = new double[samples];
        // Numbers that float can hold, far enough from each other to tell samples apart.
        for (int i = 0; i < samples; i++) upstream[i] = (float)(0.5 + random.NextDouble());
    }

    public IReadOnlyList<string>? Kinks { get; }

    private ElementLayout Layout { get; }

    private Func<int, string> Describe { get; }

    public IEnumerable<CheckedFunction> Gradients => [Reduced, PerSample];

    // The gradient of the batch as one number.
    private CheckedFunction Reduced => new()
    {
        Name = "ValueAndGradient",
        Value = (numbers, _) => batch.Value(numbers),
        Holding = HoldsInputs ? HoldingReduced : null,
        Gradient = (numbers, gradient) => batch.ValueAndGradient(numbers, gradient),
        Layout = Layout,
        IsSmooth = Kinks is [],
        Describe = Describe,
    };

    private Func<double[], int, double> HoldingReduced(double[] point)
    {
        ILossBatch<double> holding = batch.HoldingAt(point);
        return (numbers, _) => holding.Value(numbers);
    }

    // The gradient under one upstream per sample.
    private CheckedFunction PerSample => new()
    {
        Name = "Backward",
        Value = (numbers, sample) => WeightedValue(batch, numbers, sample),
        Holding = HoldsInputs ? HoldingPerSample : null,
        Gradient = (numbers, gradient) => batch.Backward(numbers, upstream, gradient),
        Layout = Layout,
        IsSmooth = Kinks is [],
        Describe = Describe,
    };

    private bool HoldsInputs { get; }

    private Func<double[], int, double> HoldingPerSample(double[] point)
    {
        ILossBatch<double> holding = batch.HoldingAt(point);
        return (numbers, sample) => WeightedValue(holding, numbers, sample);
    }

    public double[] ValuesAt(double[] point) => [batch.Value(point)];

    // Members that compute the same number must agree: fused and not, reduced and not, float and double.
    public IEnumerable<GradientElement> Twins(Random random)
    {
        double[] gradient = new double[point.Length];
        double[] backward = new double[point.Length];
        double[] fused = new double[point.Length];
        double[] values = new double[samples];
        double[] fusedValues = new double[samples];
        double value = batch.Value(point);
        double fusedValue = batch.ValueAndGradient(point, gradient);
        batch.Values(point, values);
        batch.Backward(point, upstream, backward);
        batch.ValuesAndGradient(point, upstream, fusedValues, fused);
        double size = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        yield return twins.CompareValue("ValueAndGradient against Value", fusedValue, value, 0, size, TwinCheck.DoubleRounding);
        IEnumerable<GradientElement> compared =
        [
            .. PerElement("ValuesAndGradient against Backward", fused, backward, [], TwinCheck.DoubleRounding),
            .. PerValue("ValuesAndGradient against Values", fusedValues, values, [], TwinCheck.DoubleRounding),
            .. SingleReduced(value, gradient, random),
            .. SinglePerSample(values, backward, random),
        ];
        foreach (GradientElement element in compared) yield return element;
    }

    private List<GradientElement> SingleReduced(double value, double[] gradient, Random random)
    {
        float[] numbers = TwinPoint.ToSingle(point);
        float[] result = new float[point.Length];
        double singleValue = single.Value(numbers);
        double fusedValue = single.ValueAndGradient(numbers, result);
        double[] sensitivity = TwinCheck.Sensitivity((x, g) => batch.OffByOneUnit(random).ValueAndGradient(x, g), point, gradient, random);
        double valueSensitivity = TwinCheck.Sensitivity((x, v) => v[0] = batch.OffByOneUnit(random).Value(x), point, [value], random)[0];
        return
        [
            twins.CompareValue("Value in float", singleValue, value, valueSensitivity, 0, TwinCheck.SingleRounding),
            twins.CompareValue("ValueAndGradient in float", fusedValue, value, valueSensitivity, 0, TwinCheck.SingleRounding),
            .. PerElement("ValueAndGradient in float", TwinPoint.ToDouble(result), gradient, sensitivity, TwinCheck.SingleRounding),
        ];
    }

    private List<GradientElement> SinglePerSample(double[] values, double[] backward, Random random)
    {
        float[] numbers = TwinPoint.ToSingle(point);
        float[] factors = TwinPoint.ToSingle(upstream);
        float[] result = new float[point.Length];
        float[] fused = new float[point.Length];
        float[] singleValues = new float[samples];
        float[] fusedValues = new float[samples];
        single.Values(numbers, singleValues);
        single.Backward(numbers, factors, result);
        single.ValuesAndGradient(numbers, factors, fusedValues, fused);
        double[] sensitivity = TwinCheck.Sensitivity((x, g) => batch.OffByOneUnit(random).Backward(x, upstream, g), point, backward, random);
        double[] valueSensitivity = TwinCheck.Sensitivity((x, v) => batch.OffByOneUnit(random).Values(x, v), point, values, random);
        return
        [
            .. PerValue("Values in float", TwinPoint.ToDouble(singleValues), values, valueSensitivity, TwinCheck.SingleRounding),
            .. PerValue("ValuesAndGradient in float", TwinPoint.ToDouble(fusedValues), values, valueSensitivity, TwinCheck.SingleRounding),
            .. PerElement("Backward in float", TwinPoint.ToDouble(result), backward, sensitivity, TwinCheck.SingleRounding),
            .. PerElement("ValuesAndGradient in float", TwinPoint.ToDouble(fused), backward, sensitivity, TwinCheck.SingleRounding),
        ];
    }

    private IEnumerable<GradientElement> PerElement(string name, double[] actual, double[] expected, double[] sensitivity, double rounding) =>
        twins.Compare(name, Layout, point, actual, expected, sensitivity, rounding, Describe);

    private IEnumerable<GradientElement> PerValue(string name, double[] actual, double[] expected, double[] sensitivity, double rounding)
    {
        double[] noInput = new double[samples];
        noInput.AsSpan().Fill(double.NaN);
        return twins.Compare(name, new ElementLayout(1), noInput, actual, expected, sensitivity, rounding, Describe)
            .Select(element => element with { Class = -1 });
    }

    private double WeightedValue(ILossBatch<double> batch, double[] numbers, int sample)
    {
        double[] values = new double[samples];
        batch.Values(numbers, values);
        if (sample >= 0) return upstream[sample] * values[sample];
        double sum = 0;
        for (int i = 0; i < samples; i++) sum += upstream[i] * values[i];
        return sum;
    }
}
