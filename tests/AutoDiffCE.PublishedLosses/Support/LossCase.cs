using System.Reflection;

namespace AutoDiffCE.PublishedLosses.Support;

/// <summary>A loss, and what its inputs may be.</summary>
/// <param name="Make">Makes the loss, with hyper-parameters as in the folder <c>Reference</c>.</param>
/// <param name="Inputs">Its inputs, in the order of its formula.</param>
internal sealed record LossCase(Func<Loss> Make, params Input[] Inputs)
{
    /// <summary>The name of the class, and where a class has several cases, what tells them apart.</summary>
    public string Name => Make().GetType().Name + (Variant.Length > 0 ? $", {Variant}" : "");

    /// <summary>What tells several cases of a class apart.</summary>
    public string Variant { get; init; } = "";

    /// <summary>How many elements a row has; boxes have four.</summary>
    public int Classes { get; init; } = 5;

    /// <summary>The loss, which knows how long a row is.</summary>
    public Loss New()
    {
        Loss loss = Make();
        if (HasRow)
            typeof(Loss).GetProperty(nameof(Loss.Classes))!.SetValue(loss, Classes);
        return loss;
    }

    /// <summary>How many classes a label has; 0 where there is none.</summary>
    public int Labels => Inputs.Select(input => input.Values).FirstOrDefault(values => values > 0);

    private bool HasRow => Inputs.Any(input => input.IsRow);

    /// <summary>Some batches of random inputs, of three samples each.</summary>
    public IEnumerable<Batch> Batches() => new[] { 1, 2, 3 }.Select(Draw);

    private Batch Draw(int seed)
    {
        const int samples = 3;
        var random = new Random(seed);
        List<double[]> numbers = [];
        List<int[]> integers = [];
        foreach (Input input in Inputs)
        {
            if (input.IsInteger)
                integers.Add([.. Enumerable.Range(0, samples).Select(_ => (int)input.Draw(random, 1)[0])]);
            else
                numbers.Add([.. Enumerable.Range(0, samples).SelectMany(_ => input.Draw(random, input.IsRow ? Classes : 1)).Select(Rounded)]);
        }

        return new(samples, [.. numbers], [.. integers]);
    }

    // What both precisions hold.
    private static double Rounded(double number) => (float)number;

    /// <summary>The formula itself, as the C# that it is, of one sample of a batch.</summary>
    public double Formula(Loss loss, Batch batch, int sample)
    {
        MethodInfo formula = loss.GetType().GetMethod("Formula")!;
        int number = 0, integer = 0;
        object[] arguments = [.. Inputs.Select<Input, object>(input => input switch
        {
            { IsInteger: true } => batch.Integers[integer++][sample],
            { IsRow: true } => new Row(batch.Numbers[number++].AsSpan(sample * Classes, Classes)),
            _ => batch.Numbers[number++][sample],
        })];
        return (double)formula.Invoke(loss, arguments)!;
    }
}
