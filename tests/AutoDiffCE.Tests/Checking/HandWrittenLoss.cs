using System.Numerics;

namespace AutoDiffCE.Tests.Checking;

/// <summary>A loss whose members are not generated: what a derived class writes for one sample, over a batch.</summary>
internal abstract class HandWrittenLoss : ElementwiseLoss
{
    protected abstract double ValueOf(double prediction, double target);

    protected abstract double SlopeOf(double prediction, double target);

    public override float Value(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        (float)Total(prediction, target, options).Mean;

    public override double Value(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        Total(prediction, target, options).Mean;

    public override float ValueAndGradient(
        ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> predictionGradient, BatchOptions<float> options = default)
    {
        WriteSlopes(prediction, target, [], predictionGradient);
        return Value(prediction, target, options);
    }

    public override double ValueAndGradient(
        ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> predictionGradient, BatchOptions<double> options = default)
    {
        WriteSlopes(prediction, target, [], predictionGradient);
        return Value(prediction, target, options);
    }

    public override void Values(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, Span<float> destination, BatchOptions<float> options = default) =>
        WriteValues(prediction, target, destination);

    public override void Values(
        ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, Span<double> destination, BatchOptions<double> options = default) =>
        WriteValues(prediction, target, destination);

    public override void ValuesAndGradient(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> destination,
        Span<float> predictionGradient,
        BatchOptions<float> options = default)
    {
        WriteValues(prediction, target, destination);
        WriteSlopes(prediction, target, upstream, predictionGradient);
    }

    public override void ValuesAndGradient(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> destination,
        Span<double> predictionGradient,
        BatchOptions<double> options = default)
    {
        WriteValues(prediction, target, destination);
        WriteSlopes(prediction, target, upstream, predictionGradient);
    }

    public override void Backward(
        ReadOnlySpan<float> prediction,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> upstream,
        Span<float> predictionGradient,
        BatchOptions<float> options = default) => WriteSlopes(prediction, target, upstream, predictionGradient);

    public override void Backward(
        ReadOnlySpan<double> prediction,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> upstream,
        Span<double> predictionGradient,
        BatchOptions<double> options = default) => WriteSlopes(prediction, target, upstream, predictionGradient);

    public override LossTotal Total(ReadOnlySpan<float> prediction, ReadOnlySpan<float> target, BatchOptions<float> options = default) =>
        Sum(prediction, target);

    public override LossTotal Total(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, BatchOptions<double> options = default) =>
        Sum(prediction, target);

    private LossTotal Sum<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target)
        where T : INumber<T>
    {
        double sum = 0;
        for (int i = 0; i < prediction.Length; i++) sum += ValueOf(double.CreateChecked(prediction[i]), double.CreateChecked(target[i]));
        return new(sum, prediction.Length);
    }

    private void WriteValues<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> destination)
        where T : INumber<T>
    {
        for (int i = 0; i < prediction.Length; i++)
            destination[i] = T.CreateChecked(ValueOf(double.CreateChecked(prediction[i]), double.CreateChecked(target[i])));
    }

    // Without an upstream, those of the mean.
    private void WriteSlopes<T>(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, ReadOnlySpan<T> upstream, Span<T> destination)
        where T : INumber<T>
    {
        for (int i = 0; i < prediction.Length; i++)
        {
            double factor = upstream.IsEmpty ? 1.0 / prediction.Length : double.CreateChecked(upstream[i]);
            destination[i] = T.CreateChecked(factor * SlopeOf(double.CreateChecked(prediction[i]), double.CreateChecked(target[i])));
        }
    }
}
