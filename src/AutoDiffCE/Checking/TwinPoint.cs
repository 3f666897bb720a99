namespace AutoDiffCE.Checking;

/// <summary>The same numbers in both precisions.</summary>
internal static class TwinPoint
{
    public static float[] ToSingle(ReadOnlySpan<double> numbers)
    {
        float[] single = new float[numbers.Length];
        for (int i = 0; i < numbers.Length; i++) single[i] = (float)numbers[i];
        return single;
    }

    public static double[] ToDouble(ReadOnlySpan<float> numbers)
    {
        double[] wide = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++) wide[i] = numbers[i];
        return wide;
    }

    /// <summary>The nearest numbers that float can hold, so that both precisions are asked the same question.</summary>
    public static double[] Rounded(ReadOnlySpan<double> numbers) => ToDouble(ToSingle(numbers));
}
