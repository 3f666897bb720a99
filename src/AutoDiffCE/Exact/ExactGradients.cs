namespace AutoDiffCE.Exact;

/// <summary>
/// The derivatives of a formula by the inputs of one sample, times what flows back: reverse mode, from the value down. What a branch that is not taken, or a
/// weight of zero, keeps from flowing back is not there, which is more than a zero.
/// </summary>
internal sealed class ExactGradients
{
    private readonly BallArithmetic arithmetic;
    private readonly ExactValues values;
    private readonly Positions positions;
    private readonly Dictionary<ExactNode, List<Adjoint>?[]> adjoints = new(ReferenceEqualityComparer.Instance);
    private readonly List<Adjoint>?[][] gradients;
    private readonly Derivatives derivatives;
    private bool metUnknown;

    /// <summary>Differentiates a formula.</summary>
    /// <param name="arithmetic">The precision.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="values">Its values, in the same precision.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="upstream">What flows back: one number, or one for each element of a row that the formula gives.</param>
    public ExactGradients(BallArithmetic arithmetic, ExactFormula formula, ExactValues values, ExactSample sample, ReadOnlySpan<double> upstream)
    {
        this.arithmetic = arithmetic;
        this.values = values;
        positions = new Positions(sample.Classes);
        derivatives = new Derivatives(arithmetic);
        gradients = Array.ConvertAll(sample.Reals, real => new List<Adjoint>?[real.Length]);
        for (int index = 0; index < upstream.Length; index++)
            Seed(formula.Value, index, upstream[index]);
        for (int index = formula.Nodes.Length - 1; index >= 0; index--)
            Visit(formula.Nodes[index]);
    }

    /// <summary>Whether something is unknown for want of digits.</summary>
    public bool LacksDigits { get; private set; }

    /// <summary>The derivative by an element of an input, times what flows back.</summary>
    public Ball this[int input, int element] =>
        gradients[input][element] is { } parts ? Adjoint.Sum(arithmetic, parts).Value(arithmetic) : Ball.Zero;

    // A row may be one number at every position: all of the upstream flows back to it.
    private void Seed(ExactNode value, int index, double upstream)
    {
        if (upstream == 0)
            return;
        positions[0] = index;
        Contribute(value, Adjoint.Of(Ball.Of(upstream)));
    }

    private void Visit(ExactNode node)
    {
        if (!node.IsVariable || node.IsTruth || !adjoints.TryGetValue(node, out List<Adjoint>?[]? all))
            return;
        for (int index = 0; index < all.Length; index++)
        {
            if (all[index] is not { } parts)
                continue;
            var adjoint = Adjoint.Sum(arithmetic, parts);
            Ball value = adjoint.Value(arithmetic);
            // What flows back as zero is a strong zero: it counts for nothing at a pole, as kernels have it.
            if (value.IsZero)
                continue;
            positions.GoTo(node, index);
            metUnknown = false;
            Propagate(node, adjoint, value);
            if (!metUnknown || value.IsUnknown || LacksDigits)
                continue;
            positions.GoTo(node, index);
            LacksDigits = values.IsOpen(node, positions);
        }
    }

    private void Propagate(ExactNode node, Adjoint adjoint, Ball value)
    {
        switch (node.Operation)
        {
            case Operation.Scalar:
                AddTo(ref gradients[node.Position][0], adjoint);
                break;
            case Operation.Element:
                if (values.IndexAt(node.Operands[0], positions) is { } element)
                    AddTo(ref gradients[node.Position][element], adjoint);
                break;
            case Operation.Add:
                foreach (ExactNode term in node.Operands)
                    Contribute(term, adjoint);
                break;
            case Operation.Multiply:
                PropagateProduct(node, value);
                break;
            case Operation.Negate:
                Contribute(node.Operands[0], -adjoint);
                break;
            case Operation.Divide:
                PropagateQuotient(node, value);
                break;
            case Operation.Call:
                PropagateCall(node, adjoint, value);
                break;
            case Operation.Select:
                PropagateSelect(node, adjoint);
                break;
            default:
                PropagateReduction(node, adjoint, value);
                break;
        }
    }

    private Ball Operand(ExactNode node, int index) => values.At(node.Operands[index], positions);

    // (a / b)' by a = 1 / b, by b = −(a / b) / b, which is open where b has a pole
    // (a / (b / c))' by b = −(a / (b / c)) / b, by c = a / b
    private void PropagateQuotient(ExactNode node, Ball adjoint)
    {
        ExactNode divisor = node.Operands[1];
        Ball divided = Operand(node, 1);
        Contribute(node.Operands[0], arithmetic.Divide(adjoint, divided));
        Ball weighed = -arithmetic.Multiply(adjoint, values.At(node, positions));
        if (divisor.Operation != Operation.Divide)
        {
            Contribute(divisor, divided.IsUnsignedInfinity ? Ball.Unknown : arithmetic.Divide(weighed, divided));
            return;
        }
        Ball dividend = Operand(divisor, 0);
        Contribute(divisor.Operands[0], arithmetic.Divide(weighed, dividend));
        Contribute(divisor.Operands[1], arithmetic.Divide(arithmetic.Multiply(adjoint, Operand(node, 0)), dividend));
    }

    private void PropagateProduct(ExactNode node, Ball adjoint)
    {
        for (int factor = 0; factor < node.Operands.Length; factor++)
        {
            if (!node.Operands[factor].IsVariable)
                continue;
            Ball part = adjoint;
            for (int other = 0; other < node.Operands.Length; other++)
            {
                if (other != factor)
                    part = arithmetic.Multiply(part, Operand(node, other));
            }
            Contribute(node.Operands[factor], part);
        }
    }

    private void PropagateCall(ExactNode node, Adjoint adjoint, Ball value)
    {
        Ball[] operands = Array.ConvertAll(node.Operands, operand => values.At(operand, positions));
        for (int operand = 0; operand < operands.Length; operand++)
        {
            if (!node.Operands[operand].IsVariable)
                continue;
            if (derivatives.LessThanOne(operand, node.Function, operands) is { } share)
                Contribute(node.Operands[operand], adjoint.Less(arithmetic, share));
            else if (derivatives.By(operand, node.Function, operands, values.At(node, positions), value) is { } part)
                Contribute(node.Operands[operand], part);
        }
    }

    // Which side it is may be open; what flows back to either is, then.
    private void PropagateSelect(ExactNode node, Adjoint adjoint)
    {
        if (ExactValues.Holds(Operand(node, 0)) is { } holds)
        {
            Contribute(node.Operands[holds ? 1 : 2], adjoint);
            return;
        }
        Contribute(node.Operands[1], Ball.Unknown);
        Contribute(node.Operands[2], Ball.Unknown);
    }

    private void PropagateReduction(ExactNode node, Adjoint adjoint, Ball value)
    {
        ExactNode body = node.Operands[0];
        int excluded = values.Excluded(node, positions);
        Ball[] terms = values.TermsOf(node, positions);
        Adjoint?[] parts = PartsOf(node.Operation, terms, values.At(node, positions), adjoint, value);
        int next = 0;
        for (int index = 0; next < parts.Length; index++)
        {
            if (index == excluded)
                continue;
            positions[node.Axis] = index;
            if (parts[next++] is { } part)
                Contribute(body, part);
        }
    }

    private Adjoint?[] PartsOf(Operation reduction, Ball[] terms, Ball result, Adjoint adjoint, Ball value) => reduction switch
    {
        Operation.Sum => Same(terms, adjoint.IsSingle ? adjoint : Adjoint.Of(value)),
        Operation.LogSumExp => Weighted(terms, result, adjoint, value),
        // (√Σ u²)' by u_i = u_i / √Σ u², 0 for the zero row
        Operation.Norm => Array.ConvertAll(
            terms, term => result.IsZero ? null : Adjoint.Of(arithmetic.Multiply(value, arithmetic.Divide(term, result)))),
        Operation.Max => Attained(terms, adjoint, value, 1),
        Operation.Min => Attained(terms, adjoint, value, -1),
        _ => throw new InvalidOperationException($"{reduction} is no reduction."),
    };

    private static Adjoint[] Same(Ball[] terms, Adjoint adjoint) => Array.ConvertAll(terms, _ => adjoint);

    // (log Σ e^u)' by u_i = p_i = e^(u_i − log Σ e^u), and 1 − Σ p of the others for the largest: what is as good as 1 keeps the digits of what it lacks.
    private Adjoint[] Weighted(Ball[] terms, Ball result, Adjoint adjoint, Ball value)
    {
        Ball[] weights = Array.ConvertAll(terms, term => arithmetic.Exp(arithmetic.Subtract(term, result)));
        Adjoint[] parts = Array.ConvertAll(weights, weight => Adjoint.Of(arithmetic.Multiply(value, weight)));
        int largest = arithmetic.Largest(terms);
        if (largest >= 0 && result.IsFinite)
        {
            weights[largest] = Ball.Zero;
            parts[largest] = adjoint.Less(arithmetic, arithmetic.Sum(weights));
        }
        return parts;
    }

    // The largest (smallest) gets the adjoint; a tie splits it equally. What is below it gets nothing, whether that is tied among itself or not.
    private Adjoint?[] Attained(Ball[] terms, Adjoint adjoint, Ball value, int sign)
    {
        int leader = 0;
        for (int index = 1; index < terms.Length; index++)
        {
            if (arithmetic.Compare(terms[index], terms[leader]) * sign > 0)
                leader = index;
        }
        int?[] orders = [.. terms.Select((term, index) => index == leader ? 0 : arithmetic.Compare(term, terms[leader]) * sign)];
        int tied = orders.Count(order => order == 0);
        Adjoint share = Array.Exists(orders, order => order is null or > 0) ? Adjoint.Of(Ball.Unknown)
            : tied == 1 ? adjoint : Adjoint.Of(arithmetic.Divide(value, Ball.Of(tied)));
        return Array.ConvertAll(orders, order => order < 0 ? null : share);
    }

    private void Contribute(ExactNode operand, Ball part) => Contribute(operand, Adjoint.Of(part));

    private void Contribute(ExactNode operand, Adjoint part)
    {
        if (!operand.IsVariable || operand.IsTruth)
            return;
        metUnknown |= part.HasUnknown;
        if (!adjoints.TryGetValue(operand, out List<Adjoint>?[]? parts))
            adjoints[operand] = parts = new List<Adjoint>?[positions.Count(operand)];
        AddTo(ref parts[positions.IndexIn(operand)], part);
    }

    private static void AddTo(ref List<Adjoint>? parts, Adjoint part) => (parts ??= []).Add(part);
}
