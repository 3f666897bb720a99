namespace AutoDiffCE.Checking;

/// <summary>A function that gives its value and its gradient, and the same in float if there is one.</summary>
internal sealed class FunctionComparison(
    DifferentiableFunction<double> function, DifferentiableFunction<float>? single, ElementLayout layout, double[] point, TwinCheck twins) : IComparison
{
    private readonly double[] scratch = new double[point.Length];

    public IReadOnlyList<string>? Kinks { get; } = KinksAttribute.PlacesOf(function.Target);

    public IEnumerable<CheckedFunction> Gradients => [Gradient];

    private CheckedFunction Gradient => new()
    {
        Name = "gradient",
        Value = (numbers, _) => function(numbers, scratch),
        Gradient = (numbers, gradient) => function(numbers, gradient),
        Layout = layout,
        IsSmooth = Kinks is [],
    };

    public double[] ValuesAt(double[] point) => [function(point, scratch)];

    public IEnumerable<GradientElement> Twins(Random random)
    {
        double value = ValuesAt(point)[0];
        GradientElement twice = twins.CompareValue("value, twice", ValuesAt(point)[0], value, 0, 0, TwinCheck.DoubleRounding);
        return [twice, .. single is null ? [] : InSingle(single, value, random)];
    }

    private List<GradientElement> InSingle(DifferentiableFunction<float> twin, double value, Random random)
    {
        float[] result = new float[point.Length];
        result.AsSpan().Fill(float.NaN);
        double singleValue = twin(TwinPoint.ToSingle(point), result);
        double[] gradient = Gradient.GradientAt(point);
        double[] sensitivity = TwinCheck.Sensitivity(Gradient.Gradient, point, gradient, random);
        double valueSensitivity = TwinCheck.Sensitivity((x, v) => v[0] = ValuesAt(x)[0], point, [value], random)[0];
        double[] actual = TwinPoint.ToDouble(result);
        return
        [
            twins.CompareValue("value in float", singleValue, value, valueSensitivity, 0, TwinCheck.SingleRounding),
            .. twins.Compare("gradient in float", layout, point, actual, gradient, sensitivity, TwinCheck.SingleRounding, _ => ""),
        ];
    }
}
