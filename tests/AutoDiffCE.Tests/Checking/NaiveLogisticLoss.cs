namespace AutoDiffCE.Tests.Checking;

/// <summary>log(1 + exp(x)) − target·x, written as in the textbook and evaluated as it stands: right, until the exponential overflows.</summary>
internal sealed class NaiveLogisticLoss : ElementwiseLoss
{
    public override float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        ValueAndGradient(prediction, target, new float[prediction.Length], options);

    public override double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        ValueAndGradient(prediction, target, new double[prediction.Length], options);

    public override float ValueAndGradient(
        ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> predictionGradient, BatchOptions<float> options = default)
    {
        float[] upstream = new float[prediction.Length];
        float[] values = new float[prediction.Length];
        upstream.AsSpan().Fill(1f / prediction.Length);
        ValuesAndGradient(prediction, target, upstream, values, predictionGradient, options);
        return values.Sum() / prediction.Length;
    }

    public override double ValueAndGradient(
        ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> predictionGradient, BatchOptions<double> options = default)
    {
        double[] upstream = new double[prediction.Length];
        double[] values = new double[prediction.Length];
        upstream.AsSpan().Fill(1.0 / prediction.Length);
        ValuesAndGradient(prediction, target, upstream, values, predictionGradient, options);
        return values.Sum() / prediction.Length;
    }

    public override void Values(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> destination, BatchOptions<float> options = default)
    {
        for (int i = 0; i < prediction.Length; i++) destination[i] = MathF.Log(1 + MathF.Exp(prediction[i])) - target[i] * prediction[i];
    }

    public override void Values(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> destination, BatchOptions<double> options = default)
    {
        for (int i = 0; i < prediction.Length; i++) destination[i] = Math.Log(1 + Math.Exp(prediction[i])) - target[i] * prediction[i];
    }

    public override void ValuesAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> predictionGradient,
        BatchOptions<float> options = default)
    {
        Values(prediction, target, destination, options);
        Backward(prediction, target, upstream, predictionGradient, options);
    }

    public override void ValuesAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> predictionGradient,
        BatchOptions<double> options = default)
    {
        Values(prediction, target, destination, options);
        Backward(prediction, target, upstream, predictionGradient, options);
    }

    public override void Backward(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> predictionGradient,
        BatchOptions<float> options = default)
    {
        for (int i = 0; i < prediction.Length; i++)
        {
            float exponential = MathF.Exp(prediction[i]);
            predictionGradient[i] = upstream[i] * (exponential / (1 + exponential) - target[i]);
        }
    }

    public override void Backward(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> predictionGradient,
        BatchOptions<double> options = default)
    {
        for (int i = 0; i < prediction.Length; i++)
        {
            double exponential = Math.Exp(prediction[i]);
            predictionGradient[i] = upstream[i] * (exponential / (1 + exponential) - target[i]);
        }
    }

    public override LossTotal Total(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        new(Value(prediction, target, options) * prediction.Length, prediction.Length);

    public override LossTotal Total(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        new(Value(prediction, target, options) * prediction.Length, prediction.Length);
}
