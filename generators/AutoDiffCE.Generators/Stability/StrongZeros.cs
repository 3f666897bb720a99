using System.Collections.Immutable;
using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// What is zero stays zero in a product with what is infinite, where the zero is meant: a term that is masked or not taken, an input that is zero beside
/// what overflowed from finite inputs, and what vanishes exponentially beside what grows, as p does in p · log p. It is taken last, of values and
/// gradients alike. A zero that was computed is left to be NaN beside infinity: whether it is one, or has underflowed, the exact evaluation of that sample
/// finds out.
/// </summary>
/// <param name="algebra">Makes the nodes.</param>
/// <param name="upstream">What the caller multiplies gradients with, if anything.</param>
internal sealed class StrongZeros(NodeAlgebra algebra, Node? upstream = null)
{
    private readonly Overflow overflow = new(algebra, upstream);

    private Origins Origins => field ??= new(overflow);

    private readonly Dictionary<(Node Number, Limit Direction), Limits> limits = [];

    /// <summary>Whether one of some results can be infinite or NaN for finite inputs, masks of infinity included.</summary>
    public bool CanBeUndefined(IEnumerable<Node> results) => results.Any(overflow.CanBeUndefined);

    public Node Guard(Node root, bool isGradient = true) =>
        Weights.Rewrite(Products.Rewrite((isGradient ? Gradients : Values).Rewrite(Conditions.Rewrite(root))));

    private Rewriter Values => field ??= new((node, operands) => GuardNode(algebra.Rebuild(node, operands)));

    private Rewriter Gradients => field ??= new((node, operands) => GuardPole(GuardNode(algebra.Rebuild(node, operands))));

    // A comparison with NaN is false, and nobody sees it: of what is compared, each zero is one, however it came about.
    private Rewriter Conditions => field ??= new((node, operands) => algebra.Rebuild(
        node, node.Kind == ValueKind.Boolean ? [.. operands.Select(operand => operand.Kind == ValueKind.Real ? Compared.Rewrite(operand) : operand)] : operands));

    private Rewriter Compared => field ??= new((node, operands) => GuardOverflow(algebra.Rebuild(node, operands), IsZeroForSome));

    // Products first: a weight that is one's factor is weighed with the other factors.
    private Rewriter Products => field ??= new((node, operands) =>
        algebra.Rebuild(node, operands) is var rebuilt && rebuilt.Operation == Operation.Multiply ? WeighInTurn(rebuilt) : rebuilt);

    private Rewriter Weights => field ??= new((node, operands) => WeighInTurn(algebra.Rebuild(node, operands)));

    private Node GuardNode(Node node) => GuardOverflow(GuardMasked(GuardUpstream(GuardLimits(node))));

    private Node GuardLimits(Node product)
    {
        foreach (Node number in product.Operation == Operation.Multiply ? (Node[])[.. Origins.InputsOf(product), .. Origins.PolesOf(product.Operands)] : [])
        {
            product = Guard(product, LimitsAt(number, Limit.MinusInfinity));
            product = Guard(product, LimitsAt(number, Limit.PlusInfinity));
        }
        return product;
    }

    private Limits LimitsAt(Node number, Limit direction)
    {
        if (!limits.TryGetValue((number, direction), out Limits? known))
            limits[(number, direction)] = known = new Limits(algebra.Ranges, number, direction);
        return known;
    }

    private Node Guard(Node product, Limits limits)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node[] vanishing = [.. product.Operands.Where(factor => limits.Of(factor) == Limit.Vanishing)];
        Node[] growing = [.. product.Operands.Where(factor => limits.Of(factor) is Limit.PlusInfinity or Limit.MinusInfinity or Limit.Infinite)];
        if (growing.Length == 0 || vanishing.Length == 0)
            return product;
        // One is enough; better one that does not grow where the input tends to the other side. What may be small stays with what grows: ½ x · 2 does
        // not overflow where x · 2 does.
        Node weight = vanishing.FirstOrDefault(factor => algebra.Ranges.Of(factor).High < double.PositiveInfinity) ?? vanishing[0];
        HashSet<Node> inputs = [.. Origins.InputsOf(weight)];
        Node[] others = [.. product.Operands.Remove(weight).Where(factor => !growing.Contains(factor))];
        Node[] bounded = [.. others.Where(factor => !MayBeInfinite(factor) && factor.Operation != Operation.Scalar && DependsOnlyOn(factor, inputs))];
        // The weight of a product counts for all that grows beside it.
        bool isWeighed = weight.Is(Functions.StrongProduct) && limits.Of(weight.First) == Limit.Vanishing;
        Node[] weighed = isWeighed ? [weight.Second, .. bounded, .. growing] : [.. bounded, .. growing];
        Node strong = Strong(isWeighed ? weight.First : weight, GuardOverflow(GuardLimits(algebra.Multiply(weighed))));
        return algebra.Multiply([.. others.Where(factor => !bounded.Contains(factor)), strong]);
    }

    // An input that is zero, as a factor or as a divisor, makes zero times infinity zero, unless another input is infinite or NaN.
    private Node GuardOverflow(Node product) => GuardOverflow(product, IsGiven);

    private Node GuardOverflow(Node product, Func<Node, bool> canBeZero)
    {
        if (product.Operation != Operation.Multiply)
            return product;
        Node inTurn = InTurn(product);
        Node[] factors = [.. FactorsOf(product)];
        Node[] large = [.. factors.Where(IsLarge)];
        IEnumerable<Node> given = large.SelectMany(PolesIn).Concat(factors.Where(canBeZero)).Distinct().Except(large);
        Node[] zeros = [.. given.Where(number => IsLargeAtZero(large, number))];
        if (large.Length == 0 || zeros.Length == 0)
            return inTurn;
        Node zero = overflow.ZeroOf(algebra.Multiply(large));
        return zeros.Aggregate(inTurn, (product, number) => algebra.Call(Functions.ProductOrZero, number, product, zero));
    }

    // Those of a product that is a factor of a longer one, too.
    private static IEnumerable<Node> FactorsOf(Node product) => TopologicalOrder.FromLeaves([product], IsProduct)
        .SelectMany(inner => inner.Operands).Where(factor => !IsProduct(factor)).Distinct();

    private static bool IsProduct(Node node) => node.Operation == Operation.Multiply;

    // a³ b² = (a b) a (a b), a³ b = a b a a: small factors meet large ones before either have underflowed or overflowed.
    private Node InTurn(Node product)
    {
        if (!overflow.IsPossible(product))
            return product;
        Node[][] powers = PowersOf(product);
        if (powers.Count(power => power.Length > 1) > 1)
        {
            int common = powers.Where(power => power.Length > 1).Min(power => power.Length);
            Node root = algebra.Call(Functions.Grouped, algebra.Multiply(powers.Where(power => power.Length > 1).Select(power => power[0])));
            return InTurn(algebra.Multiply([.. Enumerable.Repeat(root, common), .. powers.SelectMany(power => power.Length > 1 ? power.Skip(common) : power)]));
        }
        return algebra.Multiply(Enumerable.Range(0, powers.Max(power => power.Length))
            .SelectMany(round => powers.Where(power => round < power.Length).Select(power => power[round])));
    }

    private static Node[][] PowersOf(Node node) =>
        node.Operation == Operation.Multiply ? [.. node.Operands.GroupBy(factor => factor).Select(power => power.ToArray())] : [[node]];

    // What is computed from the number that is zero may be known to be finite there.
    private bool IsLargeAtZero(Node[] factors, Node number) =>
        factors.Select(factor => algebra.Replace(factor, number, algebra.Constant(0))).Any(factor => IsLarge(factor) || overflow.CanBeUndefined(factor));

    // The inputs that make a number infinite where they are zero.
    private IEnumerable<Node> PolesIn(Node number) => Origins.DivisorsOf(number).Where(divisor => IsGiven(divisor) && !algebra.IsScale(divisor));

    // What overflows, and what a mask makes infinite.
    private bool IsLarge(Node factor) => overflow.IsPossible(factor) || (!factor.IsShared && MayBeInfinite(factor) && overflow.HoldsInfinity(factor));

    // What may be zero as it was given, or because another side was taken: nothing has underflowed there, and two numbers add up to zero exactly.
    private bool IsGiven(Node number) => !ReferenceEquals(number, upstream) && IsZeroForSome(number) && number.Operation switch
    {
        Operation.Element or Operation.Scalar or Operation.Label => true,
        Operation.Negate or Operation.Add => number.Operands.Length < 3 && number.Operands.All(IsGivenOrConstant),
        Operation.Select => IsGivenOrConstant(number.Second) && IsGivenOrConstant(number.Third),
        Operation.Call when number.Function!.IsExact => number.Is(Functions.Relu) || number.Operands.All(IsGivenOrConstant)
            || number.Operands.Any(operand => operand.IsConstant(0)),
        _ => number.IsShared,
    };

    private bool IsGivenOrConstant(Node number) => number.Operation == Operation.Constant || number.IsShared || IsGiven(number);

    private bool IsZeroForSome(Node number) => algebra.Ranges.Of(number) is { Low: <= 0, High: >= 0 };

    private Node Strong(Node weight, Node value) => algebra.Call(Functions.StrongProduct, weight, value);

    // What has powers, or a softmax, may underflow where its weight, or what stands beside it, makes up for it: all are multiplied in turn.
    private Node WeighInTurn(Node node)
    {
        ImmutableArray<Node> factors = node.Operation == Operation.Multiply ? node.Operands : [node];
        Node[] weighed = [.. factors.Where(factor => factor.Is(Functions.StrongProduct)).Distinct()];
        if (weighed.Length == 0)
            return node;
        Node product = algebra.Multiply(factors.SelectMany(factor => factor.Is(Functions.StrongProduct) ? factor.Operands : [factor]));
        if (PowersOf(product).All(power => power.Length < 3) && !overflow.IsOfSoftmaxAndLarge(product))
            return node;
        Node Beside(Node strong) => algebra.Multiply(factors.Where(factor => !ReferenceEquals(factor, strong)));
        return weighed.Aggregate(
            InTurn(product), (result, strong) => algebra.Call(Functions.ProductOrZero, strong.First, result, overflow.ZeroOf(Beside(strong))));
    }

    // What flows back to a quotient counts for nothing where it is zero, also at the pole.
    private Node GuardPole(Node node)
    {
        // What a mask guards is a quotient where the mask is not zero.
        if (node.Operation == Operation.Select && node.Second.IsConstant(0))
            return algebra.Select(node.First, node.Second, GuardPole(node.Third));
        return node.Operation == Operation.Divide && !node.First.IsShared && !(algebra.Ranges.Of(node.First).Low > 0)
            ? algebra.QuotientOrZero(node.First, node.Second)
            : node;
    }

    // An element of an upstream row that is zero makes what flows back through it zero, whatever there is.
    private Node GuardUpstream(Node product)
    {
        if (upstream?.Operation != Operation.Element || product.Operation != Operation.Multiply)
            return product;
        Node[] rest = [.. product.Operands.Where(factor => !IsUpstream(factor))];
        if (rest.Length == product.Operands.Length || !rest.Any(overflow.CanBeUndefined))
            return product;
        return Strong(algebra.Multiply(product.Operands.Where(IsUpstream)), GuardOverflow(algebra.Multiply(rest)));
    }

    private bool IsUpstream(Node factor) => factor.Operation == Operation.Element && factor.Name == upstream!.Name;

    // What flows back to a term that is masked, or weighs nothing, is 0 before it is multiplied with the term's derivative.
    private Node GuardMasked(Node node) => node.Operation switch
    {
        Operation.Multiply => GuardMaskedProduct(node),
        Operation.Divide => GuardMaskedQuotient(node),
        _ => node,
    };

    // Each that is masked makes the product zero, whatever the others are.
    private Node GuardMaskedProduct(Node product)
    {
        Node[] masked = [.. product.Operands.Where(IsMasked)];
        Node[] unbounded = [.. product.Operands.Where(factor => !masked.Contains(factor) && MayBeInfinite(factor))];
        if (masked.Length == 0 || (masked.Length == 1 && unbounded.Length == 0))
            return product;
        IEnumerable<Node> rest = product.Operands.Where(factor => !masked.Contains(factor) && !unbounded.Contains(factor));
        IEnumerable<Node> values = masked.Where(factor => factor.Is(Functions.StrongProduct)).Select(factor => factor.Second);
        Node strong = GuardOverflow(GuardMasked(algebra.Multiply([.. values, .. unbounded])));
        foreach (IGrouping<Node, Node> weights in Enumerable.Reverse(masked).GroupBy(factor => factor.Is(Functions.StrongProduct) ? factor.First : factor))
            strong = Strong(weights.Key, weights.Count(), strong);
        return algebra.Multiply([.. rest, strong]);
    }

    // Weights that are equal share what they weigh: where b² is 0 by underflow, a · (a · b²) is 0 and (a · b) · (a · b) is not.
    private Node Strong(Node weight, int count, Node value)
    {
        if (count > 1 && Root(value, count) is { } root)
            return algebra.Multiply(Enumerable.Repeat(Strong(weight, root), count));
        return Enumerable.Repeat(weight, count).Aggregate(value, (weighed, weight) => Strong(weight, weighed));
    }

    private Node? Root(Node product, int count) => PowersOf(product) is var powers && powers.All(power => power.Length % count == 0)
        ? algebra.Multiply(powers.SelectMany(power => power.Take(power.Length / count)))
        : null;

    // Where the mask is zero, the quotient is, whatever divides it. It is divided as a whole: what the mask weighs may be too small for a large divisor alone.
    private Node GuardMaskedQuotient(Node quotient)
    {
        ImmutableArray<Node> factors = quotient.First.Operation == Operation.Multiply ? quotient.First.Operands : [quotient.First];
        if (algebra.IsScale(quotient.Second))
            return quotient;
        Node zero = algebra.Constant(0);
        return factors.Where(IsMask).Distinct().Aggregate(
            quotient, (guarded, mask) => algebra.Select(algebra.Equal(mask.Is(Functions.StrongProduct) ? mask.First : mask, zero), zero, guarded));
    }

    private readonly Dictionary<Node, bool> masked = [], masks = [];

    private bool IsMasked(Node node) => Known(masked, node, ComputeMasked);

    private bool IsMask(Node node) => Known(masks, node, ComputeMask);

    private static bool Known(Dictionary<Node, bool> answers, Node node, Func<Node, bool> compute)
    {
        if (!answers.TryGetValue(node, out bool known))
            answers[node] = known = compute(node);
        return known;
    }

    private bool ComputeMasked(Node node) => node.Operation switch
    {
        Operation.Select => IsZeroOrMasked(node.Second) || IsZeroOrMasked(node.Third),
        Operation.Sum or Operation.Negate => IsMasked(node.First),
        Operation.Multiply or Operation.Divide => node.Operands.Any(IsMasked),
        _ when node.Is(Functions.QuotientOrZero) => IsMasked(node.First),
        _ => node.Is(Functions.StrongProduct),
    };

    // Above a divisor that is zero as well, only a mask makes a quotient zero: a strong product, or a sum, may have underflowed.
    private bool ComputeMask(Node node) => node.Operation switch
    {
        Operation.Select => IsMasked(node),
        Operation.Sum => IsMask(node.First) && IsGiven(node.First),
        Operation.Negate => IsMask(node.First),
        Operation.Multiply or Operation.Divide => node.Operands.Any(IsMask),
        _ => (node.Is(Functions.QuotientOrZero) || node.Is(Functions.StrongProduct)) && IsMask(node.First),
    };

    private bool IsZeroOrMasked(Node side) => side.IsConstant(0) || (side.Operation == Operation.Select && IsMasked(side));

    // A scalar, such as the upstream, is what the caller says it is, and what is captured has poles of its own only.
    private bool MayBeInfinite(Node factor)
    {
        if (factor.IsShared)
            return overflow.CanBeUndefined(factor);
        Interval range = algebra.Ranges.Of(factor);
        return factor.Operation != Operation.Scalar
            && (double.IsInfinity(range.Low) || double.IsInfinity(range.High) || overflow.CanBeUndefined(factor));
    }

    private bool DependsOnlyOn(Node factor, HashSet<Node> inputs) =>
        !Search.Reaches(factor, _ => true, part => part.IsReduction) && Origins.InputsOf(factor).All(inputs.Contains);
}
