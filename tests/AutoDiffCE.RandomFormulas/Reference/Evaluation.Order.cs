using AutoDiffCE.RandomFormulas.Programs;

namespace AutoDiffCE.RandomFormulas.Reference;

/// <content>Comparisons, the functions of whole rows, and those that depend on the order of the elements.</content>
internal sealed partial class Evaluation<N>
{
    private Traced<N>[] OfRow(string name, Traced<N>[][] rows)
    {
        Traced<N>[] row = rows[0];
        return name switch
        {
            "Softmax" => Softmax(row),
            "LogSoftmax" => LogSoftmax(row),
            "CumulativeSum" => [.. row.Select((_, last) => Sum(row[..(last + 1)]))],
            "CumulativeLogSumExp" => [.. row.Select((_, last) => LogSumExp(row[..(last + 1)]))],
            "Reverse" => [.. row.Reverse()],
            "Sort" => Sorted(row, rows[^1], (left, right) => IsBefore(left, right)),
            "SortDescending" => Sorted(row, row, (left, right) => IsBefore(right, left)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a function of a row."),
        };
    }

    // By insertion: of keys that are equal, the first stays the first.
    private static Traced<N>[] Sorted(Traced<N>[] keys, Traced<N>[] items, Func<Traced<N>, Traced<N>, bool> isBefore)
    {
        List<int> order = [];
        for (int next = 0; next < keys.Length; next++)
        {
            int place = order.Count;
            while (place > 0 && isBefore(keys[next], keys[order[place - 1]]))
                place--;
            order.Insert(place, next);
        }
        return [.. order.Select(index => Unshared(items[index]))];
    }

    private bool IsBefore(Traced<N> left, Traced<N> right) => Compare("<", left, right);

    private object FirstOf(Traced<N>[] row, bool isLargest)
    {
        int first = 0;
        for (int next = 1; next < row.Length; next++)
        {
            if (isLargest ? IsBefore(row[first], row[next]) : IsBefore(row[next], row[first]))
                first = next;
        }
        return first;
    }

    private Traced<N> Variance(Traced<N>[] row, Traced<N> correction)
    {
        Traced<N> mean = Reduced("Mean", row);
        Traced<N>[] squares = [.. row.Select(element => Arithmetic('-', element, mean)).Select(deviation => Arithmetic('*', deviation, deviation))];
        return Arithmetic('/', Sum(squares), Arithmetic('-', Tape<N>.Constant(row.Length), correction));
    }

    private Traced<N> CosineSimilarity(Traced<N>[] left, Traced<N>[] right, Traced<N> epsilon)
    {
        Traced<N> Length(Traced<N>[] row) => Call("Max", [Norm(row), epsilon]);
        Traced<N> dot = Sum([.. left.Select((element, index) => Arithmetic('*', element, right[index]))]);
        return Arithmetic('/', dot, Arithmetic('*', Length(left), Length(right)));
    }

    private Traced<N> Norm(Traced<N>[] row, Traced<N> p)
    {
        Traced<N>[] sizes = [.. row.Select(element => Call("Abs", [element]))];
        return p.Value.ToDouble() switch
        {
            1 => Sum(sizes),
            2 => Norm(row),
            double.PositiveInfinity => Largest(sizes),
            _ => Call("Pow", [Sum([.. sizes.Select(size => Call("Pow", [size, p]))]), Arithmetic('/', Tape<N>.Constant(1), p)]),
        };
    }

    private object Compare(string symbol, object left, object right)
    {
        if (left is not Traced<N>[] && right is not Traced<N>[])
            return Compare(symbol, Number(left), Number(right));
        Traced<N>[] first = Elements(left), second = Elements(right);
        return first.Select((element, index) => Compare(symbol, element, second[index])).ToArray();
    }

    // What is compared with itself, an element at the label with the same one of its row, is equal to itself however it was rounded.
    private bool Compare(string symbol, Traced<N> left, Traced<N> right)
    {
        (N x, N y) = (left.Value, right.Value);
        bool isSame = left.Place >= 0 && left.Place == right.Place && !x.IsUnknown;
        tape.IsOpen |= !isSame && N.IsOpen(x, y);
        return symbol switch
        {
            "<" => x < y,
            "<=" => x < y || N.IsEqual(x, y),
            ">" => x > y,
            ">=" => x > y || N.IsEqual(x, y),
            "==" => N.IsEqual(x, y),
            _ => !N.IsEqual(x, y),
        };
    }
}
