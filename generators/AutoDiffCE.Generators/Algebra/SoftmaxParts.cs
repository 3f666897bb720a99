using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

/// <summary>
/// What log Σ e^u and its softmax are computed from: exponentials shifted by the largest u, so that every one is at most 1, and their sum without
/// the largest, which keeps its digits where it is all but nothing.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="axis">The axis that is summed over.</param>
/// <param name="body">u, along that axis.</param>
/// <param name="excluded">The index that is left out, if any.</param>
internal sealed class SoftmaxParts(NodeAlgebra algebra, int axis, Node body, Node? excluded)
{
    // Of a peak e^0 beside others that add up to t, the share is 1 / (1 + t). The form for peaks takes about four roundings of what the others have,
    // t / (1 + t), and the plain one about two of what the peak has: the former are fewer from t = ½ downward, and half as many at ¼.
    private const double LargestTail = 0.25;

    // The exponential of the largest is 1, but for its rounding: at a label u is not rounded as it is along the row. Beside a peak none of the others comes near.
    private const double SmallestPeak = 0.75, Never = 2;

    private readonly bool mayOverflow = algebra.Overflow.IsPossible(body);

    /// <summary>The largest u; 0 where there is none above −∞, and the largest number where a u has overflowed.</summary>
    public Node Pivot => LargestOf(Saturated(body));

    /// <summary>The largest u, also where it is infinite.</summary>
    public Node Largest => LargestOf(body);

    /// <summary>e^(u − pivot).</summary>
    public Node Exponential => ExponentialOf(body);

    /// <summary>Σ e^(u − pivot).</summary>
    public Node Sum => SumOf(Exponential);

    /// <summary>Σ e^(u − pivot) − 1, without the largest.</summary>
    public Node Tail => algebra.Call(Functions.Tail, SumBesideLargest(Exponential), Sum);

    /// <summary>Whether a term is far more than all others together: so much that what is left for them is worth some more roundings.</summary>
    public Node IsPeak => algebra.LessThan(
        algebra.Select(algebra.LessThan(Tail, algebra.Constant(LargestTail)), algebra.Constant(SmallestPeak), algebra.Constant(Never)), Exponential);

    /// <summary>The sum of what is not at one of the largest, or as good as that.</summary>
    public Node SumBesideLargest(Node term) => SumOf(algebra.Select(algebra.LessThan(algebra.Constant(SmallestPeak), Exponential), algebra.Constant(0), term));

    /// <summary>e^(v − pivot), v being one of the u.</summary>
    public Node ExponentialOf(Node v) => algebra.Call(Functions.Exp, algebra.Subtract(algebra.Group(Saturated(v)), Pivot));

    // What has overflowed is infinite, and ∞ − ∞ is no number.
    private Node Saturated(Node v) => mayOverflow ? algebra.Call(Functions.Saturated, v) : v;

    private Node LargestOf(Node u) => algebra.Call(Functions.Pivot, algebra.Reduce(Operation.Max, axis, u, excluded));

    private Node SumOf(Node term) => algebra.Table.Reduce(Operation.Sum, axis, term, excluded);
}
