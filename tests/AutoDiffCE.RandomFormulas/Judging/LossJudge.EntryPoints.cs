using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;
using AutoDiffCE.RandomFormulas.Running;

namespace AutoDiffCE.RandomFormulas.Judging;

internal sealed partial class LossJudge<T, F>
{
    private void CheckEntryPoints(ILossHarness harness, Batch batch, Expected<F>[] expected, Dice dice)
    {
        var members = (ILossMembers<T>)harness;
        double[] ones = [.. Enumerable.Repeat(1.0, batch.Samples)];
        double[] upstream = [.. ones.Select(_ => dice.Pick(1, 0.5, -2, 0))];
        double[] weights = [.. ones.Select(_ => dice.Pick(1, 2, 0.25, 0))];
        if (!weights.Any(weight => weight > 0))
            weights[0] = 1;
        Wanted<F>[] values = [.. expected.Select(one => one.Value())];
        Call<T> plain = NewCall(batch);

        members.Values(plain);
        JudgeValues("Values", plain, values, ones, expected);

        Call<T> weighted = With(plain, Narrow(upstream), Narrow(weights));
        members.ValuesAndGradient(weighted);
        JudgeValues("ValuesAndGradient", weighted, values, weights, expected);
        JudgeGradients("ValuesAndGradient", weighted, batch, expected, [.. weights.Select((weight, sample) => weight * upstream[sample])]);

        Call<T> backward = With(weighted);
        members.Backward(backward);
        JudgeGradients("Backward", backward, batch, expected, [.. weights.Select((weight, sample) => weight * upstream[sample])]);

        Call<T> mean = With(plain, weights: Narrow(weights));
        double normalizer = weights.Sum();
        double value = ToDouble(members.ValueAndGradient(mean));
        JudgeGradients("ValueAndGradient", mean, batch, expected, [.. weights.Select(weight => weight / normalizer)]);

        LossTotal total = members.Total(mean);
        if (total.Normalizer != normalizer)
            report(new Finding($"{precision} normalizer wrong", program, $"{total.Normalizer} for {normalizer}"));
        Wanted<F> sum = Wanted<F>.Mixture([.. values.Select((one, sample) => (Bounded<F>.Of(weights[sample], false), one))]);
        Sample first = expected[0].Sample;
        Judge("Total of a batch", total.Sum, sum, 1, first, "");
        Judge("ValueAndGradient of a batch", value, sum, 1 / normalizer, first, "");
        Judge("Value of a batch", ToDouble(members.Value(mean)), sum, 1 / normalizer, first, "");
    }

    private void JudgeValues(string entry, Call<T> call, Wanted<F>[] values, double[] scales, Expected<F>[] expected)
    {
        for (int sample = 0; sample < values.Length; sample++)
            Judge(entry, ToDouble(call.Destination[sample]), values[sample], scales[sample], expected[sample].Sample, "");
    }

    private void JudgeGradients(string entry, Call<T> call, Batch batch, Expected<F>[] expected, double[] scales)
    {
        int[] reals = DifferentiatedReals;
        for (int gradient = 0; gradient < reals.Length; gradient++)
        {
            int length = Length(reals[gradient], batch);
            for (int sample = 0; sample < batch.Samples; sample++)
            {
                for (int element = 0; element < length; element++)
                {
                    Wanted<F> wanted = expected[sample].Gradient(reals[gradient], element);
                    double computed = ToDouble(call.Gradients[gradient][(sample * length) + element]);
                    Judge(entry, computed, wanted, scales[sample], expected[sample].Sample, $" d/d{program.Differentiated[gradient].Name}[{element}]");
                }
            }
        }
    }

    // A map from rows to rows: an upstream for each element.
    private void CheckMap(ILossHarness harness, Batch batch, Dice dice)
    {
        var members = (ILossMembers<T>)harness;
        double[] upstream = [.. Enumerable.Range(0, batch.Samples * batch.Classes).Select(_ => dice.Pick(1, 0.5, -2, 0))];
        Expected<F>[] expected = [.. Enumerable.Range(0, batch.Samples).Select(sample =>
            new Expected<F>(program, batch.Sample(program, sample, F.Round), upstream.AsSpan(sample * batch.Classes, batch.Classes).ToArray()))];
        CheckFormula(harness, expected);
        Call<T> values = NewCall(batch);
        members.Values(values);
        JudgeRows("Values", values, batch, expected);

        Call<T> both = With(values, Narrow(upstream));
        members.ValuesAndGradient(both);
        JudgeRows("ValuesAndGradient", both, batch, expected);
        double[] ones = [.. Enumerable.Repeat(1.0, batch.Samples)];
        JudgeGradients("ValuesAndGradient", both, batch, expected, ones);

        Call<T> backward = With(both);
        members.Backward(backward);
        JudgeGradients("Backward", backward, batch, expected, ones);
    }

    private void JudgeRows(string entry, Call<T> call, Batch batch, Expected<F>[] expected)
    {
        for (int index = 0; index < call.Destination.Length; index++)
        {
            Expected<F> one = expected[index / batch.Classes];
            Judge(entry, ToDouble(call.Destination[index]), one.Value(index % batch.Classes), 1, one.Sample, "");
        }
    }
}
