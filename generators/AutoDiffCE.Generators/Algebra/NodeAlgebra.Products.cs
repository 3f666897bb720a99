using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Algebra;

internal sealed partial class NodeAlgebra
{
    // A product of more factors than this stays a factor of its own: v · v of a product v has twice as many, and its derivative their square. A longer one
    // begins with one of its own, a b c … = (a b c …) …: the derivative by each of n factors has a few, not n − 1.
    private const int MaxFactors = 16;

    public Node Multiply(params Node[] factors) => Multiply((IEnumerable<Node>)factors);

    /// <summary>A flat product: its sign outside, one constant first, a selection that is zero on one side outermost.</summary>
    public Node Multiply(IEnumerable<Node> factors)
    {
        bool negative = false;
        List<double> constants = [];
        List<Node> others = [];
        foreach (Node factor in factors.SelectMany(Factors))
        {
            Node unsigned = factor.Operation == Operation.Negate ? factor.First : factor;
            negative ^= factor.Operation == Operation.Negate;
            foreach (Node part in Factors(unsigned))
            {
                if (part.Operation == Operation.Constant)
                    constants.Add(part.Value);
                else
                    others.Add(part);
            }
        }

        // 0 · x = 0: a term multiplied by a constant zero contributes nothing, whatever x is.
        if (constants.Contains(0))
            return Constant(0);

        // The longest guard stays as it is, with what else guards the product behind it.
        Node? guarded = others.Where(IsGuarded).OrderByDescending(factor => factor.First.Depth).FirstOrDefault();
        if (guarded is not null)
        {
            // (c ? a : 0) · b = c ? a · b : 0, so that b is not looked at where the condition fails
            others.Remove(guarded);
            Node rest = Multiply([.. constants.Select(Constant), .. others]);
            Node product = Select(guarded.First, Multiply(guarded.Second, rest), Multiply(guarded.Third, rest));
            return negative ? Negate(product) : product;
        }
        return Product(negative, constants, others);
    }

    public Node Divide(Node numerator, Node denominator)
    {
        if (denominator.IsConstant(1) || IsZero(numerator))
            return numerator;
        // −a / b = −(a / b) = a / −b
        if (numerator.Operation == Operation.Negate)
            return Negate(Divide(numerator.First, denominator));
        if (denominator.Operation == Operation.Negate)
            return Negate(Divide(numerator, denominator.First));
        // x / 2^k = x · 2^−k, exactly
        if (denominator.Operation == Operation.Constant && IsPowerOfTwo(denominator.Value))
            return Multiply(Constant(1 / denominator.Value), numerator);
        // (c ? a : 0) / b = c ? a / b : 0
        if (IsGuarded(numerator))
            return Select(numerator.First, Divide(numerator.Second, denominator), Divide(numerator.Third, denominator));
        return Table.Make(Operation.Divide, numerator, denominator);
    }

    /// <summary>Whether a divisor is a scale: a captured number, such as a temperature, is not zero; what is computed from the number of classes may be.</summary>
    public bool IsScale(Node divisor) => divisor.IsShared && divisor.Axes.IsEmpty
        && (!(Ranges.Of(divisor) is { Low: <= 0, High: >= 0 })
            || Search.Reaches(divisor, _ => true, part => part.Operation is Operation.HyperParameter or Operation.SharedElement));

    /// <summary>x / y, and 0 for 0 / 0; (x y) / y = x, as (x log x)' has it.</summary>
    public Node QuotientOrZero(Node numerator, Node denominator)
    {
        // 0 / 0 as well
        if (IsZero(numerator))
            return numerator;
        // (c ? x y : 0) / y = c ? x : 0
        if (IsGuarded(numerator))
            return Select(numerator.First, QuotientOrZero(numerator.Second, denominator), QuotientOrZero(numerator.Third, denominator));
        if (numerator.Operation == Operation.Negate)
            return Negate(QuotientOrZero(numerator.First, denominator));
        // (x y + z) / y = x + z / y, but for (y + z) / y: y has not been rounded, and may cancel with z.
        Node[] whole = numerator.Operation == Operation.Add ? [.. numerator.Operands.Where(term => HasFactor(term, denominator))] : [];
        bool mayCancel = whole.Length < numerator.Operands.Length && whole.Any(term => ReferenceEquals(SplitCoefficient(term).Term, denominator));
        if (whole.Length > 0 && !mayCancel)
        {
            Node rest = Add(numerator.Operands.Where(term => !whole.Contains(term)));
            return Add([.. whole.Append(rest).Select(term => QuotientOrZero(term, denominator))]);
        }
        Node[] factors = [.. Factors(numerator)];
        int position = Array.IndexOf(factors, denominator);
        if (position >= 0)
            return Multiply(factors.Where((_, index) => index != position));
        position = Array.FindIndex(factors, factor => factor.Is(Functions.StrongProduct) && ReferenceEquals(factor.First, denominator));
        if (position >= 0)
            return Multiply(factors.Select((factor, index) => index == position ? factor.Second : factor));
        if (IsScale(denominator) || Ranges.IsPositive(denominator))
            return Divide(numerator, denominator);
        return Table.Call(Functions.QuotientOrZero, numerator, denominator);
    }

    /// <summary>a b / y, in the order in which nothing on the way is out of range; where a or b is what all samples share, that is in range as it stands.</summary>
    public Node WeightedQuotient(Node first, Node second, Node denominator) => first.IsShared || second.IsShared || IsScale(denominator)
        ? QuotientOrZero(Multiply(first, second), denominator)
        : Table.Call(Functions.WeightedQuotient, first, second, denominator);

    // Whether a denominator is a factor of a term, or of the side of it that is not zero.
    private static bool HasFactor(Node term, Node denominator) => term.Operation == Operation.Negate ? HasFactor(term.First, denominator)
        : IsGuarded(term) ? HasFactor(term.Second, denominator) || HasFactor(term.Third, denominator)
        : Factors(term).Any(factor => ReferenceEquals(factor, denominator)
            || (factor.Is(Functions.StrongProduct) && ReferenceEquals(factor.First, denominator)));

    private static IEnumerable<Node> Factors(Node node) =>
        node.Operation == Operation.Multiply && node.Operands.Length <= MaxFactors ? node.Operands : [node];

    private Node Product(bool negative, List<double> constants, List<Node> others)
    {
        List<Node> product = [];
        foreach (double constant in MergeExact(constants))
        {
            negative ^= constant < 0;
            if (Math.Abs(constant) != 1)
                product.Add(Constant(Math.Abs(constant)));
        }
        product.AddRange(others);
        // A power of few factors stays whole: it is computed by squaring.
        for (; product.Count > MaxFactors + 1 && product.Distinct().Count() > MaxFactors + 1; product.RemoveRange(1, MaxFactors))
            product[0] = Table.Make(Operation.Multiply, [.. product.Take(MaxFactors + 1)]);
        Node result = product.Count switch
        {
            0 => Constant(1),
            1 => product[0],
            _ => Table.Make(Operation.Multiply, [.. product]),
        };
        return negative ? Negate(result) : result;
    }

    // Constants are multiplied at build time where that is exact: by a power of two.
    private static List<double> MergeExact(List<double> constants)
    {
        List<double> merged = [];
        foreach (double constant in constants)
        {
            int partner = merged.FindIndex(other => IsPowerOfTwo(other) || IsPowerOfTwo(constant));
            if (partner < 0)
                merged.Add(constant);
            else
                merged[partner] *= constant;
        }
        return merged;
    }

    private static bool IsPowerOfTwo(double value)
    {
        const long mantissa = (1L << 52) - 1;
        double magnitude = Math.Abs(value);
        return (BitConverter.DoubleToInt64Bits(value) & mantissa) == 0 && magnitude is > 1e-300 and < 1e300;
    }
}
