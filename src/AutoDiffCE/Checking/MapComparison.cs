using AutoDiffCE.Exact;

namespace AutoDiffCE.Checking;

/// <summary>All members of a map on one batch, under a random upstream u: the function is Σ u·f(x), its gradient what flows back.</summary>
internal sealed class MapComparison : IComparison
{
    private readonly DifferentiableMap<double> map;
    private readonly DifferentiableMap<float>? single;
    private readonly double[] point;
    private readonly double[] upstream;
    private readonly ElementLayout layout;
    private readonly ElementLayout outputs;
    private readonly TwinCheck twins;

    public MapComparison(
        DifferentiableMap<double> map, DifferentiableMap<float>? single, ElementLayout layout, double[] point, TwinCheck twins, Random random)
    {
        (this.map, this.single, this.layout, this.point, this.twins) = (map, single, layout, point, twins);
        outputs = new(map.Outputs == 0 ? layout.Classes : map.Outputs);
        upstream = new double[layout.Samples(point.Length) * outputs.Classes];
        // Of either sign, since some maps keep a sum: an upstream that is the same everywhere does not come through a softmax.
        for (int i = 0; i < upstream.Length; i++) upstream[i] = (float)((0.5 + random.NextDouble()) * (random.Next(2) == 0 ? -1 : 1));
    }

    public IReadOnlyList<string>? Kinks => KinksAttribute.PlacesOf(map.Loss ?? map.Values.Target);

    public IEnumerable<CheckedFunction> Gradients => [Gradient];

    private CheckedFunction Gradient => new()
    {
        Name = "Backward",
        Value = (numbers, sample) => WeightedValue(numbers, sample, null),
        Holding = (map.Loss ?? map.Values.Target) is Loss { HoldsInputs: true } ? HoldingAt : null,
        Gradient = FlowBack,
        Layout = layout,
        IsSmooth = Kinks is [],
    };

    private BatchOptions<double> Options => new() { Classes = layout.Classes };

    private BatchOptions<float> SingleOptions => new() { Classes = layout.Classes };

    public double[] ValuesAt(double[] point) => ValuesAt(point, null);

    private double[] ValuesAt(double[] point, HeldInput? held)
    {
        double[] values = Unwritten(upstream.Length);
        map.Values(point, values, Options with { Held = held });
        return values;
    }

    public IEnumerable<GradientElement> Twins(Random random)
    {
        double[] values = ValuesAt(point);
        double[] gradient = Gradient.GradientAt(point);
        List<GradientElement> elements = [];
        if (map.ValuesAndGradient is not null)
        {
            double[] fusedValues = Unwritten(upstream.Length);
            double[] fused = Unwritten(point.Length);
            map.ValuesAndGradient(point, upstream, fusedValues, fused, Options);
            elements.AddRange(PerOutput("ValuesAndGradient against Values", fusedValues, values, [], TwinCheck.DoubleRounding));
            elements.AddRange(PerElement("ValuesAndGradient against Backward", fused, gradient, [], TwinCheck.DoubleRounding));
        }

        if (single is not null) elements.AddRange(InSingle(single, values, gradient, random));
        return elements;
    }

    private List<GradientElement> InSingle(DifferentiableMap<float> twin, double[] values, double[] gradient, Random random)
    {
        float[] numbers = TwinPoint.ToSingle(point);
        float[] factors = TwinPoint.ToSingle(upstream);
        float[] singleValues = TwinPoint.ToSingle(Unwritten(upstream.Length));
        float[] result = TwinPoint.ToSingle(Unwritten(point.Length));
        twin.Values(numbers, singleValues, SingleOptions);
        twin.Backward(numbers, factors, result, SingleOptions);
        double[] valueSensitivity = TwinCheck.Sensitivity((x, v) => map.Values(x, v, Options), point, values, random);
        double[] sensitivity = TwinCheck.Sensitivity(FlowBack, point, gradient, random);
        List<GradientElement> elements =
        [
            .. PerOutput("Values in float", TwinPoint.ToDouble(singleValues), values, valueSensitivity, TwinCheck.SingleRounding),
            .. PerElement("Backward in float", TwinPoint.ToDouble(result), gradient, sensitivity, TwinCheck.SingleRounding),
        ];
        if (twin.ValuesAndGradient is null) return elements;
        float[] fusedValues = TwinPoint.ToSingle(Unwritten(upstream.Length));
        float[] fused = TwinPoint.ToSingle(Unwritten(point.Length));
        twin.ValuesAndGradient(numbers, factors, fusedValues, fused, SingleOptions);
        return
        [
            .. elements,
            .. PerOutput("ValuesAndGradient in float", TwinPoint.ToDouble(fusedValues), values, valueSensitivity, TwinCheck.SingleRounding),
            .. PerElement("ValuesAndGradient in float", TwinPoint.ToDouble(fused), gradient, sensitivity, TwinCheck.SingleRounding),
        ];
    }

    private IEnumerable<GradientElement> PerElement(string name, double[] actual, double[] expected, double[] sensitivity, double rounding) =>
        twins.Compare(name, layout, point, actual, expected, sensitivity, rounding, _ => "");

    private IEnumerable<GradientElement> PerOutput(string name, double[] actual, double[] expected, double[] sensitivity, double rounding) =>
        twins.Compare(name, outputs, Unwritten(expected.Length), actual, expected, sensitivity, rounding, _ => "value");

    private void FlowBack(double[] numbers, double[] gradient) => map.Backward(numbers, upstream, gradient, Options);

    private Func<double[], int, double> HoldingAt(double[] point)
    {
        var held = new HeldInput(map.Input, point);
        return (numbers, sample) => WeightedValue(numbers, sample, held);
    }

    private double WeightedValue(double[] numbers, int sample, HeldInput? held)
    {
        double[] values = ValuesAt(numbers, held);
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (sample < 0 || outputs.At(i).Sample == sample) sum += upstream[i] * values[i];
        }

        return sum;
    }

    // A number that nobody writes must not look like a result.
    private static double[] Unwritten(int length)
    {
        double[] numbers = new double[length];
        numbers.AsSpan().Fill(double.NaN);
        return numbers;
    }
}
