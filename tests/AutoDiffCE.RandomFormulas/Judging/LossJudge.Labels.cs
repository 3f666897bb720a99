using System.Globalization;
using System.Reflection;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;
using AutoDiffCE.RandomFormulas.Running;

namespace AutoDiffCE.RandomFormulas.Judging;

// Class weights, ignored labels, smoothing, label distributions: Σ_c q_c · w_c · f(x, c), by brute force.
internal sealed partial class LossJudge<T, F>
{
    private const int MaxClassesLifted = 7, MaxSamplesLifted = 5;

    private const double Smoothing = 0.125;

    private void CheckLabels(Batch batch, Expected<F>[] expected, Dice dice)
    {
        double[] classWeights = [.. Enumerable.Range(0, batch.Classes).Select(_ => dice.Pick(1, 2, 0.5, 0))];
        CheckClassWeights(batch, expected, classWeights, dice);
        if (batch.Classes > MaxClassesLifted)
            return;

        int samples = Math.Min(batch.Samples, MaxSamplesLifted);
        Expected<F>[][] ofEveryLabel = [.. Enumerable.Range(0, samples).Select(sample => Enumerable.Range(0, batch.Classes)
            .Select(label => new Expected<F>(program, batch.Sample(program, sample, F.Round) with { Wholes = [label] }, [], isWeighted: true)).ToArray())];
        Batch small = batch with
        {
            Samples = samples,
            Reals = [.. batch.Reals.Select((real, index) => real[..(samples * Length(index, batch))])],
            Wholes = [.. batch.Wholes.Select(whole => whole[..samples])],
        };
        CheckSmoothing(small, ofEveryLabel, classWeights);
        CheckDistribution(small, ofEveryLabel, classWeights, dice);
    }

    private void CheckClassWeights(Batch batch, Expected<F>[] expected, double[] classWeights, Dice dice)
    {
        ILossHarness harness = WithOptions(batch, classWeights, 0);
        int[] labels = [.. batch.Wholes[0].Select(label => dice.Chance(0.2) ? -100 : label)];
        double[] scales = [.. labels.Select(label => label < 0 ? 0 : classWeights[label])];
        Call<T> call = With(NewCall(batch with { Wholes = [labels] }), Narrow([.. labels.Select(_ => 1.0)]));
        ((ILossMembers<T>)harness).ValuesAndGradient(call);
        JudgeValues("class weights and ignored labels, ValuesAndGradient", call, [.. expected.Select(one => one.Value())], scales, expected);
        JudgeGradients("class weights and ignored labels, ValuesAndGradient", call, batch, expected, scales);
        LossTotal total = ((ILossMembers<T>)harness).Total(call);
        if (total.Normalizer != scales.Sum())
            report(new Finding($"{precision} normalizer wrong with class weights and ignored labels", program, $"{total.Normalizer} for {scales.Sum()}"));
    }

    private void CheckSmoothing(Batch batch, Expected<F>[][] ofEveryLabel, double[] classWeights)
    {
        ILossHarness harness = WithOptions(batch, classWeights, Smoothing);
        Call<T> call = With(NewCall(batch), Narrow([.. batch.Wholes[0].Select(_ => 1.0)]));
        ((ILossMembers<T>)harness).ValuesAndGradient(call);
        Bounded<F> spread = Bounded<F>.Of(Smoothing, true) / Bounded<F>.Of(batch.Classes, true);
        for (int sample = 0; sample < batch.Samples; sample++)
        {
            int label = batch.Wholes[0][sample];
            Bounded<F>[] weights = [.. classWeights.Select((weight, c) =>
                Bounded<F>.Of(weight, true) * (c == label ? spread + Bounded<F>.Of(1 - Smoothing, true) : spread))];
            ReadOnlySpan<T> gradient = call.Gradients[0].AsSpan(sample * batch.Classes, batch.Classes);
            JudgeLifted("label smoothing", call.Destination[sample], gradient, ofEveryLabel[sample], weights);
        }
    }

    private void CheckDistribution(Batch batch, Expected<F>[][] ofEveryLabel, double[] classWeights, Dice dice)
    {
        ILossHarness harness = WithOptions(batch, classWeights, 0);
        double[] distribution = [.. ofEveryLabel.SelectMany((_, sample) => dice.Chance(0.3)
            ? Enumerable.Range(0, batch.Classes).Select(c => c == batch.Wholes[0][sample] ? 1.0 : 0)
            : Enumerable.Range(0, batch.Classes).Select(_ => dice.Pick(0, 0.25, 0.5, 1, 0.125)))];
        var destination = new T[batch.Samples];
        var gradient = new T[batch.Samples * batch.Classes];
        Distribute((LabelLoss)harness.Loss, NewCall(batch).Reals[0], Narrow(distribution), batch, destination, gradient);
        for (int sample = 0; sample < batch.Samples; sample++)
        {
            Bounded<F>[] weights = [.. classWeights.Select((weight, c) =>
                Bounded<F>.Of(weight, false) * Bounded<F>.Of(distribution[(sample * batch.Classes) + c], false))];
            JudgeLifted("label distribution", destination[sample], gradient.AsSpan(sample * batch.Classes, batch.Classes), ofEveryLabel[sample], weights);
        }
    }

    private void JudgeLifted(string entry, T value, ReadOnlySpan<T> gradient, Expected<F>[] ofEveryLabel, Bounded<F>[] weights)
    {
        string lifted = entry + " q·w = " + string.Join(", ", weights.Select(weight => weight.Value.ToString("R", CultureInfo.InvariantCulture)));
        Sample sample = ofEveryLabel[0].Sample;
        Judge(entry, ToDouble(value), Wanted<F>.Mixture([.. weights.Select((weight, c) => (weight, ofEveryLabel[c].Value()))]), 1, sample, "");
        for (int element = 0; element < gradient.Length; element++)
        {
            Wanted<F> wanted = Wanted<F>.Mixture([.. weights.Select((weight, c) => (weight, ofEveryLabel[c].Gradient(0, element)))]);
            Judge(entry, ToDouble(gradient[element]), wanted, 1, sample, $" d/d{program.Reals[0].Name}[{element}], {lifted}");
        }
    }

    private static void Distribute(LabelLoss loss, T[] logits, T[] distribution, Batch batch, T[] destination, T[] gradient)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, batch.Samples)];
        object[] spans = [logits, distribution, Narrow(ones), destination, gradient];
        if (typeof(T) == typeof(float))
            loss.ValuesAndGradient((float[])spans[0], (float[])spans[1], batch.Classes, (float[])spans[2], (float[])spans[3], (float[])spans[4]);
        else
            loss.ValuesAndGradient((double[])spans[0], (double[])spans[1], batch.Classes, (double[])spans[2], (double[])spans[3], (double[])spans[4]);
    }

    // Options are init properties: an instance of its own, set before anybody uses it.
    private ILossHarness WithOptions(Batch batch, double[] classWeights, double smoothing)
    {
        ILossHarness harness = create(new Settings(program, batch.Classes));
        PropertyInfo Option(string name) => typeof(LabelLoss).GetProperty(name)!;
        Option(nameof(LabelLoss.ClassWeights)).SetValue(harness.Loss, new Row(classWeights));
        Option(nameof(LabelLoss.LabelSmoothing)).SetValue(harness.Loss, smoothing);
        return harness;
    }
}
