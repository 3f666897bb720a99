namespace AutoDiffCE.RandomFormulas.Reference;

/// <summary>A number on the tape, or a constant, which has no place there.</summary>
/// <param name="Value">The number.</param>
/// <param name="Place">Its place; −1 for none.</param>
/// <param name="IsUnsigned">
/// Whether it is a zero that came out of a sum, or is written: the sign of the one depends on the order in which the sum is added, and on which factors are
/// taken out, and that of the other is not kept.
/// </param>
internal readonly record struct Traced<N>(N Value, int Place, bool IsUnsigned = false);

/// <summary>What was computed, in order, with the derivative of each result by its operands: reverse mode by the book.</summary>
internal sealed class Tape<N>
    where N : INumber<N>
{
    private readonly List<(int First, int Count)> nodes = [];
    private readonly List<(int Operand, N Partial)> edges = [];

    /// <summary>Whether rounding leaves open which way a comparison goes: then the value is open.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether rounding leaves open on which side of a kink the sample lies: then the gradient is open.</summary>
    public bool IsBendOpen { get; set; }

    /// <summary>Whether a product of the formula is zero that is NaN in plain C#.</summary>
    public bool HasStrongZero { get; set; }

    public static Traced<N> Constant(double value, bool isShared = true) => new(N.Of(value, isShared), -1);

    /// <summary>A variable to differentiate by.</summary>
    public Traced<N> Variable(N value)
    {
        nodes.Add((edges.Count, 0));
        return new Traced<N>(value, nodes.Count - 1);
    }

    /// <summary>A result, and what the derivative by each operand is. Those of constants are not asked for.</summary>
    public Traced<N> Result(N value, params ReadOnlySpan<(int Operand, Func<N> Partial)> operands)
    {
        int first = edges.Count;
        foreach ((int operand, Func<N> partial) in operands)
        {
            if (operand >= 0)
                edges.Add((operand, partial()));
        }
        if (edges.Count == first)
            return new Traced<N>(value, -1);
        nodes.Add((first, edges.Count - first));
        return new Traced<N>(value, nodes.Count - 1);
    }

    /// <summary>The derivatives of Σ seed · result by everything on the tape. What has no part in the result has no part in the gradient.</summary>
    public N[] Adjoints(IEnumerable<(int Place, N Seed)> results)
    {
        var adjoints = new N[nodes.Count];
        Array.Fill(adjoints, N.Of(0, false));
        var isReached = new bool[nodes.Count];
        foreach ((int place, N seed) in results)
        {
            if (place >= 0 && !seed.IsZero)
                Add(place, seed);
        }
        for (int node = nodes.Count - 1; node >= 0; node--)
        {
            if (!isReached[node] || adjoints[node].IsZero)
                continue;
            for (int edge = nodes[node].First; edge < nodes[node].First + nodes[node].Count; edge++)
                Add(edges[edge].Operand, adjoints[node] * edges[edge].Partial);
        }
        return adjoints;

        void Add(int place, N adjoint)
        {
            adjoints[place] = isReached[place] ? N.Joined(adjoints[place], adjoint) : adjoint;
            isReached[place] = true;
        }
    }
}
