using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Running;

namespace AutoDiffCE.RandomFormulas.Judging;

// What must not matter to a sample: where it lies, what lies beside it, and whether its gradient overwrites it.
internal sealed partial class LossJudge<T, F>
{
    private void CheckNeighbors(ILossHarness harness, Batch batch, Dice dice)
    {
        var members = (ILossMembers<T>)harness;
        Call<T> plain = With(NewCall(batch), Narrow([.. Enumerable.Range(0, batch.Samples).Select(sample => 0.5 + (sample % 3))]));
        members.ValuesAndGradient(plain);
        CheckInPlace(members, plain);
        if (batch.Samples > 1)
            CheckPoison(members, batch, plain, dice);
    }

    private void CheckInPlace(ILossMembers<T> members, Call<T> plain)
    {
        T[][] copies = [.. plain.Reals.Select(real => real.ToArray())];
        var inPlace = new Call<T>
        {
            Reals = copies,
            Wholes = plain.Wholes,
            Classes = plain.Classes,
            Destination = new T[plain.Destination.Length],
            Upstream = plain.Upstream,
            Gradients = [.. DifferentiatedReals.Select(real => copies[real])],
        };
        members.ValuesAndGradient(inPlace);
        Same("in place", plain.Destination, inPlace.Destination, 0, plain.Destination.Length);
        for (int gradient = 0; gradient < plain.Gradients.Length; gradient++)
            Same("in place", plain.Gradients[gradient], inPlace.Gradients[gradient], 0, plain.Gradients[gradient].Length);
    }

    // NaN or −∞ in one sample leaves the bits of all others alone, and entry points agree on it.
    private void CheckPoison(ILossMembers<T> members, Batch batch, Call<T> plain, Dice dice)
    {
        int poisoned = dice.Next(batch.Samples);
        double[][] reals = [.. batch.Reals.Select(real => real.ToArray())];
        double poison = dice.Pick(double.NaN, double.NegativeInfinity);
        for (int real = 0; real < reals.Length; real++)
            reals[real][(poisoned * Length(real, batch)) + dice.Next(Length(real, batch))] = poison;
        Call<T> call = With(NewCall(batch with { Reals = reals }), plain.Upstream);
        members.ValuesAndGradient(call);
        for (int sample = 0; sample < batch.Samples; sample++)
        {
            if (sample == poisoned)
                continue;
            Same("beside NaN or -infinity", plain.Destination, call.Destination, sample, 1);
            for (int gradient = 0; gradient < plain.Gradients.Length; gradient++)
            {
                int length = plain.Gradients[gradient].Length / batch.Samples;
                Same("beside NaN or -infinity", plain.Gradients[gradient], call.Gradients[gradient], sample * length, length);
            }
        }
        Call<T> backward = With(call), values = With(call);
        members.Backward(backward);
        members.Values(values);
        string inputs = Describe(call, batch, poisoned);
        SameKind(poison, call.Destination[poisoned], values.Destination[poisoned], "Values and ValuesAndGradient", inputs);
        for (int gradient = 0; gradient < plain.Gradients.Length; gradient++)
        {
            int length = plain.Gradients[gradient].Length / batch.Samples;
            for (int element = poisoned * length; element < (poisoned + 1) * length; element++)
                SameKind(poison, call.Gradients[gradient][element], backward.Gradients[gradient][element], "Backward and ValuesAndGradient", inputs);
        }
    }

    private void Same(string circumstance, T[] before, T[] after, int start, int length)
    {
        for (int index = start; index < start + length; index++)
        {
            bool isSame = before[index].Equals(after[index]);
            tally.Count($"{precision} {circumstance}, {(isSame ? "same bits" : "OTHER BITS")}");
            if (isSame)
                continue;
            report(new Finding($"{precision} {circumstance}: other bits", program, $"  {before[index]} became {after[index]} at {index} of {before.Length}"));
            return;
        }
    }

    private string Describe(Call<T> call, Batch batch, int sample)
    {
        IEnumerable<string> rows = program.Reals.Select((input, real) =>
            $"{input.Name} = [{string.Join(", ", call.Reals[real].Skip(sample * Length(real, batch)).Take(Length(real, batch)))}]");
        IEnumerable<string> wholes = program.Wholes.Select((input, whole) => $"{input.Name} = {call.Wholes[whole][sample]}");
        return string.Join("; ", rows.Concat(wholes));
    }

    private void SameKind(double poison, T one, T other, string entries, string inputs)
    {
        bool isSame = T.IsNaN(one) == T.IsNaN(other) && T.IsInfinity(one) == T.IsInfinity(other);
        tally.Count($"{precision} sample with NaN or -infinity, entry points {(isSame ? "agree" : "DISAGREE")}");
        if (!isSame)
            report(new Finding($"{precision} entry points disagree on a sample with {poison}", program, $"  {entries}: {one} and {other}\n  {inputs}"));
    }
}
