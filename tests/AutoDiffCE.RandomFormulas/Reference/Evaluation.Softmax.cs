namespace AutoDiffCE.RandomFormulas.Reference;

// Softmax and its logarithm, shifted by the largest element, so that no exponential overflows and 1 − p keeps its digits.
internal sealed partial class Evaluation<N>
{
    /// <summary>Σ over the others of e^(x − m), with e^(m' − m) − 1 for the largest, m being the nearest double to it.</summary>
    private static (N[] Exponentials, N Others, N Shift, int Largest) Shifted(Traced<N>[] row)
    {
        int largest = 0;
        for (int index = 1; index < row.Length; index++)
        {
            if (row[index].Value > row[largest].Value)
                largest = index;
        }
        double shift = row.Any(element => double.IsNaN(element.Value.ToDouble())) ? double.NaN : row[largest].Value.ToDouble();
        N subtracted = N.Of(-shift, false);
        N[] exponentials = [.. row.Select(element => N.Monotone("Exp", element.Value + subtracted))];
        N[] others = [.. exponentials];
        others[largest] = N.Monotone("ExpM1", row[largest].Value + subtracted);
        return (exponentials, N.Sum(others), N.Of(shift, false), largest);
    }

    private Traced<N> LogSumExp(Traced<N>[] row)
    {
        (N[] exponentials, N others, N shift, int largest) = Shifted(row);
        // What overflowed is not known to be infinite.
        if (double.IsInfinity(shift.ToDouble()))
            return tape.Result(row[largest].Value, [.. row.Select(element => (element.Place, (Func<N>)(() => N.Of(double.NaN, false))))]);
        N sum = others + One;
        return Added(tape.Result(
            shift + N.Monotone("LogP1", others),
            [.. exponentials.Select((exponential, index) => (row[index].Place, (Func<N>)(() => exponential / sum)))]));
    }

    private Traced<N>[] Softmax(Traced<N>[] row)
    {
        N[] probabilities = Probabilities(row);
        return [.. probabilities.Select((probability, index) => tape.Result(
            probability,
            [.. row.Select((element, other) => (element.Place, (Func<N>)(() => probability * Slope(probabilities, index, other))))]))];
    }

    private Traced<N>[] LogSoftmax(Traced<N>[] row)
    {
        (_, N others, N shift, _) = Shifted(row);
        N[] probabilities = Probabilities(row);
        N logarithm = N.Monotone("LogP1", others);
        return [.. row.Select((own, index) => Added(tape.Result(
            own.Value + -shift + -logarithm,
            [.. row.Select((element, other) => (element.Place, (Func<N>)(() => Slope(probabilities, index, other))))])))];
    }

    private static N[] Probabilities(Traced<N>[] row)
    {
        (N[] exponentials, N others, _, _) = Shifted(row);
        N sum = others + One;
        return [.. exponentials.Select(exponential => exponential / sum)];
    }

    // [i = j] − p_j; 1 − p is what the others have.
    private static N Slope(N[] probabilities, int index, int other) =>
        index != other ? -probabilities[other] : N.Sum([.. probabilities.Where((_, position) => position != index)]);
}
