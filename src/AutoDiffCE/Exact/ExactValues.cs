namespace AutoDiffCE.Exact;

/// <summary>The number of every node of a formula for one sample, at one precision.</summary>
internal sealed class ExactValues
{
    private readonly BallArithmetic arithmetic;
    private readonly ExactSample sample;
    private readonly Positions positions;
    private readonly Dictionary<ExactNode, Ball[]> values = new(ReferenceEqualityComparer.Instance);

    /// <summary>Evaluates a formula.</summary>
    /// <param name="arithmetic">The precision.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="sample">The sample.</param>
    public ExactValues(BallArithmetic arithmetic, ExactFormula formula, ExactSample sample)
    {
        this.arithmetic = arithmetic;
        this.sample = sample;
        positions = new Positions(sample.Classes);
        foreach (ExactNode node in formula.Nodes)
            values[node] = node.IsShared && !sample.HasInfinity ? Shared(node) : Evaluate(node);
    }

    /// <summary>Whether something is unknown for want of digits.</summary>
    public bool LacksDigits { get; private set; }

    /// <summary>The number of a node where its user stands.</summary>
    public Ball At(ExactNode node, Positions at) => values[node][at.IndexIn(node)];

    /// <summary>The index that a node gives where its user stands; null where it is none of a row.</summary>
    public int? IndexAt(ExactNode node, Positions at)
    {
        double index = At(node, at).ToDouble();
        return index >= 0 && index < sample.Classes ? (int)index : null;
    }

    // An infinite input changes what a zero is beside a pole, so that what is computed then is that sample's own.
    private Ball[] Shared(ExactNode node)
    {
        SharedNumbers shared = sample.Captures.Shared(node, arithmetic.Precision, sample.Classes, () =>
        {
            bool before = LacksDigits;
            LacksDigits = false;
            var computed = new SharedNumbers(Evaluate(node), LacksDigits);
            LacksDigits = before;
            return computed;
        });
        LacksDigits |= shared.LackDigits;
        return shared.Balls;
    }

    private Ball[] Evaluate(ExactNode node)
    {
        var numbers = new Ball[positions.Count(node)];
        for (int index = 0; index < numbers.Length; index++)
        {
            positions.GoTo(node, index);
            numbers[index] = Compute(node);
            if (numbers[index].IsUnknown)
                LacksDigits |= IsOpen(node, positions);
        }
        return numbers;
    }

    /// <summary>
    /// Whether more digits could tell more of what a node, or a derivative of it, is: an operand may be zero, or two of them equal, but need not. What is
    /// unknown because an operand is has been asked there, but for products, which may be zero all the same.
    /// </summary>
    public bool IsOpen(ExactNode node, Positions at)
    {
        Ball[] operands = node.IsReduction ? TermsOf(node, at) : Array.ConvertAll(node.Operands, operand => At(operand, at));
        bool isProduct = node.Operation == Operation.Multiply || node.Function is "StrongProduct" or "XLogY";
        if (!isProduct && Array.Exists(operands, operand => operand.IsUnknown))
            return false;
        bool isCompared = node.IsReduction || node.IsTruth || node.Function is "Max" or "Min" or "Clamp" or "LogP1";
        bool endsAtOne = node.Function is "Atanh" or "Acosh" or "Asin" or "Acos";
        return Array.Exists(operands, operand => operand.IsFinite
            && (operand.Sign is null || (isCompared && !operand.IsExact) || (endsAtOne && (MayBe(operand, Ball.One) || MayBe(operand, -Ball.One)))));
    }

    // Whether the digits that are known leave open on which side of a number another one lies.
    private bool MayBe(Ball x, Ball number) => !x.IsExact && arithmetic.Compare(x, number) is null;

    private Ball Compute(ExactNode node)
    {
        Ball Operand(int index) => At(node.Operands[index], positions);
        return node.Operation switch
        {
            Operation.Constant => Ball.Of(node.Value),
            Operation.HyperParameter => Ball.Of(sample.Captures.Number(node.Position)),
            Operation.Scalar => Ball.OfInput(RealsOf(node)[0]),
            Operation.Label => Ball.Of(sample.Labels[node.Position]),
            Operation.Index => Ball.Of(positions[node.Axis]),
            Operation.Length => Ball.Of(sample.Classes),
            Operation.Element => IndexAt(node.Operands[0], positions) is { } index ? Ball.OfInput(RealsOf(node)[index]) : Ball.Unknown,
            Operation.SharedElement =>
                IndexAt(node.Operands[0], positions) is { } index ? Ball.Of(sample.Captures.Element(node.Position, index)) : Ball.Unknown,
            Operation.Add => arithmetic.Sum(OperandsOf(node)),
            Operation.Multiply => node.Operands.Skip(1).Aggregate(Operand(0), (product, factor) => Product(product, At(factor, positions))),
            Operation.Negate => -Operand(0),
            Operation.Divide => arithmetic.Divide(Operand(0), Operand(1)),
            Operation.Call => ExactFunctions.Of(arithmetic, node.Function, OperandsOf(node)),
            _ when node.IsTruth => ComputeTruth(node),
            Operation.Select => Select(Operand(0), node),
            _ => Reduce(node),
        };
    }

    private double[] RealsOf(ExactNode input) => (input.IsHeld ? sample.Held : sample.Reals)[input.Position];

    // A zero is a strong one beside a pole, as kernels have it, unless an input is infinite itself.
    private Ball Product(Ball x, Ball y) =>
        !sample.HasInfinity && ((x.IsZero && y.IsInfinite) || (x.IsInfinite && y.IsZero)) ? Ball.Zero : arithmetic.Multiply(x, y);

    private Ball[] OperandsOf(ExactNode node) => Array.ConvertAll(node.Operands, operand => At(operand, positions));

    // What is not decided is unknown, unless the other side decides it.
    private Ball ComputeTruth(ExactNode node)
    {
        Ball x = At(node.Operands[0], positions);
        if (node.Operation == Operation.Not)
            return Truth(Holds(x) is { } holds ? !holds : null);
        // What is known equals itself, to however many digits.
        if (node.Operation == Operation.Equal && ReferenceEquals(node.Operands[0], node.Operands[1]))
            return Truth(x.IsUndefined ? null : true);
        Ball y = At(node.Operands[1], positions);
        return Truth(node.Operation switch
        {
            Operation.LessThan => arithmetic.Compare(x, y) is { } order ? order < 0 : null,
            Operation.LessThanOrEqual => arithmetic.Compare(x, y) is { } order ? order <= 0 : null,
            Operation.Equal => arithmetic.Compare(x, y) is { } order ? order == 0 : null,
            Operation.And => Holds(x) & Holds(y),
            Operation.Or => Holds(x) | Holds(y),
            _ => throw new InvalidOperationException($"{node.Operation} is no truth."),
        });
    }

    private static Ball Truth(bool? holds) => holds is { } known ? (known ? Ball.One : Ball.Zero) : Ball.Unknown;

    /// <summary>Whether a condition holds; null where it is not decided.</summary>
    public static bool? Holds(Ball condition) => condition.IsUnknown ? null : !condition.IsZero;

    private Ball Select(Ball condition, ExactNode node) => Holds(condition) is { } holds ? At(node.Operands[holds ? 1 : 2], positions) : Ball.Unknown;

    private Ball Reduce(ExactNode node)
    {
        Ball[] terms = TermsOf(node, positions);
        return node.Operation switch
        {
            Operation.Sum => arithmetic.Sum(terms),
            Operation.Max => terms.Aggregate(Ball.NegativeInfinity, arithmetic.Max),
            Operation.Min => terms.Aggregate(Ball.PositiveInfinity, arithmetic.Min),
            Operation.LogSumExp => arithmetic.LogSumExp(terms),
            Operation.Norm => arithmetic.Norm(terms),
            _ => throw new InvalidOperationException($"{node.Operation} is no reduction."),
        };
    }

    /// <summary>The index that a reduction leaves out, or −1.</summary>
    public int Excluded(ExactNode reduction, Positions at) =>
        reduction.Operands.Length == 2 ? IndexAt(reduction.Operands[1], at) ?? -1 : -1;

    /// <summary>What a reduction takes together, without what it leaves out.</summary>
    public Ball[] TermsOf(ExactNode reduction, Positions at)
    {
        int excluded = Excluded(reduction, at);
        var terms = new List<Ball>(sample.Classes);
        for (int index = 0; index < sample.Classes; index++)
        {
            at[reduction.Axis] = index;
            if (index != excluded)
                terms.Add(At(reduction.Operands[0], at));
        }
        return [.. terms];
    }
}
