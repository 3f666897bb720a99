using System.Globalization;
using System.Numerics;
using AutoDiffCE.RandomFormulas.Programs;
using AutoDiffCE.RandomFormulas.Reference;
using AutoDiffCE.RandomFormulas.Running;

namespace AutoDiffCE.RandomFormulas.Judging;

/// <summary>Runs one loss in one precision at every entry point and compares what comes out.</summary>
/// <typeparam name="T">The precision of the kernel.</typeparam>
/// <typeparam name="F">The same, for the reference.</typeparam>
internal sealed partial class LossJudge<T, F>(LossProgram program, Func<Settings, ILossHarness> create, Tally tally, Action<Finding> report)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where F : IFormat
{
    private static readonly string precision = typeof(T) == typeof(float) ? "float" : "double";

    /// <summary>All there is to check at one batch.</summary>
    public void Check(Batch batch, Dice dice)
    {
        string stage = "creation";
        try
        {
            ILossHarness harness = create(new Settings(program, batch.Classes));
            if (program.GivesRow)
            {
                stage = "rows out";
                CheckMap(harness, batch, dice);
                return;
            }
            Expected<F>[] expected = [.. Enumerable.Range(0, batch.Samples)
                .Select(sample => new Expected<F>(program, batch.Sample(program, sample, F.Round), []))];
            stage = "the formula as C#";
            CheckFormula(harness, expected);
            stage = "entry points";
            CheckEntryPoints(harness, batch, expected, dice);
            stage = "neighbors";
            CheckNeighbors(harness, batch, dice);
            stage = "labels";
            if (harness.Loss is LabelLoss)
                CheckLabels(batch, expected, dice);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            report(new Finding($"exception at {stage}: {exception.GetType().Name}", program, exception.ToString()));
        }
    }

    // The reference runs the program as the compiler of C# does: it is the reference that fails here, not the kernel.
    private void CheckFormula(ILossHarness harness, Expected<F>[] expected)
    {
        // double.ExpM1 and double.LogP1 of the platform lose digits near 0, which the language does not.
        if (typeof(T) != typeof(double) || program.Terms.Any(term => term.Name is "double.ExpM1" or "double.LogP1"))
            return;
        foreach (Expected<F> one in expected)
        {
            double[] plain = harness.Formula(one.Sample.Reals, one.Sample.Wholes);
            for (int element = 0; element < plain.Length; element++)
            {
                Wanted<F> wanted = one.Value(element);
                bool agree = wanted.IsOpen || wanted.Plain.IsUnknown || plain[element].Equals(wanted.Plain.Value)
                    || Math.Abs(plain[element] - wanted.Plain.Value) <= 2 * wanted.Plain.Error;
                // A strong zero is what plain C# does not have.
                agree |= double.IsNaN(plain[element]) || one.Plain.HasStrongZero;
                tally.Count(agree ? "reference: agrees with the formula as C#" : "reference: DISAGREES");
                if (!agree)
                {
                    string details = Describe(one.Sample, "formula", plain[element], wanted.Plain.Value, wanted.Plain);
                    report(new Finding("the reference of the net disagrees with C#", program, details));
                }
            }
        }
    }

    private void Judge(string entry, double computed, Wanted<F> wanted, double scale, Sample sample, string element)
    {
        string what = element.Length == 0 ? "value" : "gradient";
        if (wanted.IsOpen && scale != 0)
        {
            tally.Count($"{precision} {what}, excused: which side of a branch or a kink is open");
            return;
        }
        Verdict verdict = Measure.Judge(computed, wanted.Plain, scale, wanted.Exact);
        tally.Count($"{precision} {what}, {verdict.Kind}");
        if (!verdict.IsFault)
            return;
        double distance = Math.Abs(computed - verdict.Right);
        string numbers = string.Create(CultureInfo.InvariantCulture, $"off by {distance:G3}, allowed {verdict.Allowed:G3}, scale {scale:R}");
        string where = entry.Contains("upstream of 0", StringComparison.Ordinal) ? " (rows out, upstream of 0)"
            : entry.StartsWith("label", StringComparison.Ordinal) ? " (lifted label)" : "";
        string details = Describe(sample, entry + element, computed, verdict.Right, wanted.Plain) + "\n  " + numbers;
        report(new Finding($"{precision} {what} {verdict.Kind}{where}", program, details));
    }

    private string Describe(Sample sample, string what, double got, double right, Bounded<F> plain)
    {
        string Numbers(params double[] numbers) => string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        int real = 0, whole = 0;
        string inputs = string.Join("; ", program.Inputs.Select(input =>
            input.Name + " = " + (input.Sort == Sort.Whole ? Numbers(sample.Wholes[whole++]) : "[" + Numbers(sample.Reals[real++]) + "]")));
        string captures = string.Join("; ", program.Captures.Select(capture =>
            capture.Name + " = " + (capture.Sort == Sort.Row ? "[" + Numbers(capture.Row(sample.Classes)) + "]" : Numbers(capture.Value))));
        string compared = $"{precision} {what}: got {Numbers(got)}, right {Numbers(right)}, plain C# {Numbers(plain.Value)} ± {Numbers(plain.Error)}";
        return $"  {compared}\n  {inputs}\n  {captures}";
    }

    private static double ToDouble(T number) => double.CreateTruncating(number);

    private static T Narrow(double number) => T.CreateTruncating(number);

    private static T[] Narrow(double[] numbers) => [.. numbers.Select(Narrow)];

    private int Length(int real, Batch batch) => program.Reals[real].Sort == Sort.Row ? batch.Classes : 1;

    private int[] DifferentiatedReals => [.. program.Differentiated.Select(input => program.Reals.IndexOf(input))];

    private Call<T> NewCall(Batch batch) => new()
    {
        Reals = [.. batch.Reals.Select(Narrow)],
        Wholes = [.. batch.Wholes.Select(whole => whole.ToArray())],
        Classes = program.HasRows ? batch.Classes : 0,
        Destination = new T[program.GivesRow ? batch.Samples * batch.Classes : batch.Samples],
        Gradients = [.. DifferentiatedReals.Select(real => new T[batch.Samples * Length(real, batch)])],
    };

    private static Call<T> With(Call<T> call, T[]? upstream = null, T[]? weights = null) => new()
    {
        Reals = call.Reals,
        Wholes = call.Wholes,
        Classes = call.Classes,
        Destination = new T[call.Destination.Length],
        Gradients = [.. call.Gradients.Select(gradient => new T[gradient.Length])],
        Upstream = upstream ?? call.Upstream,
        SampleWeights = weights ?? call.SampleWeights,
    };
}
