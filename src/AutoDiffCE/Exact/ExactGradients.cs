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
    private readonly Dictionary<ExactNode, Ball?[]> adjoints = new(ReferenceEqualityComparer.Instance);
    private readonly Ball?[][] gradients;
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
        gradients = Array.ConvertAll(sample.Reals, real => new Ball?[real.Length]);
        for (int index = 0; index < upstream.Length; index++)
            Seed(formula.Value, index, upstream[index]);
        for (int index = formula.Nodes.Length - 1; index >= 0; index--)
            Visit(formula.Nodes[index]);
    }

    /// <summary>Whether something is unknown for want of digits.</summary>
    public bool LacksDigits { get; private set; }

    /// <summary>The derivative by an element of an input, times what flows back.</summary>
    public Ball this[int input, int element] => gradients[input][element] ?? Ball.Zero;

    // A row may be one number at every position: all of the upstream flows back to it.
    private void Seed(ExactNode value, int index, double upstream)
    {
        if (upstream == 0)
            return;
        positions[0] = index;
        Contribute(value, Ball.Of(upstream));
    }

    private void Visit(ExactNode node)
    {
        if (!node.IsVariable || node.IsTruth || !adjoints.TryGetValue(node, out Ball?[]? parts))
            return;
        for (int index = 0; index < parts.Length; index++)
        {
            // What flows back as zero is a strong zero: it counts for nothing at a pole, as kernels have it.
            if (parts[index] is not { IsZero: false } adjoint)
                continue;
            positions.GoTo(node, index);
            metUnknown = false;
            Propagate(node, adjoint);
            if (!metUnknown || adjoint.IsUnknown || LacksDigits)
                continue;
            positions.GoTo(node, index);
            LacksDigits = values.IsOpen(node, positions);
        }
    }

    private void Propagate(ExactNode node, Ball adjoint)
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
                PropagateProduct(node, adjoint);
                break;
            case Operation.Negate:
                Contribute(node.Operands[0], -adjoint);
                break;
            case Operation.Divide:
                // a / b by a is 1 / b, by b it is −(a / b) / b
                Contribute(node.Operands[0], arithmetic.Divide(adjoint, Operand(node, 1)));
                Contribute(node.Operands[1], -arithmetic.Divide(arithmetic.Multiply(adjoint, values.At(node, positions)), Operand(node, 1)));
                break;
            case Operation.Call:
                PropagateCall(node, adjoint);
                break;
            case Operation.Select:
                PropagateSelect(node, adjoint);
                break;
            default:
                PropagateReduction(node, adjoint);
                break;
        }
    }

    private Ball Operand(ExactNode node, int index) => values.At(node.Operands[index], positions);

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

    private void PropagateCall(ExactNode node, Ball adjoint)
    {
        Ball[] operands = Array.ConvertAll(node.Operands, operand => values.At(operand, positions));
        for (int operand = 0; operand < operands.Length; operand++)
        {
            if (node.Operands[operand].IsVariable
                && derivatives.By(operand, node.Function, operands, values.At(node, positions), adjoint) is { } part)
                Contribute(node.Operands[operand], part);
        }
    }

    // Which side it is may be open; what flows back to either is, then.
    private void PropagateSelect(ExactNode node, Ball adjoint)
    {
        if (ExactValues.Holds(Operand(node, 0)) is { } holds)
        {
            Contribute(node.Operands[holds ? 1 : 2], adjoint);
            return;
        }
        Contribute(node.Operands[1], Ball.Unknown);
        Contribute(node.Operands[2], Ball.Unknown);
    }

    private void PropagateReduction(ExactNode node, Ball adjoint)
    {
        ExactNode body = node.Operands[0];
        Ball value = values.At(node, positions);
        int excluded = values.Excluded(node, positions);
        Ball[] terms = values.TermsOf(node, positions);
        Ball?[] parts = PartsOf(node.Operation, terms, value, adjoint);
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

    private Ball?[] PartsOf(Operation reduction, Ball[] terms, Ball value, Ball adjoint) => reduction switch
    {
        Operation.Sum => Array.ConvertAll(terms, _ => (Ball?)adjoint),
        // (log Σ e^u)' by u_i = e^(u_i − log Σ e^u)
        Operation.LogSumExp => Array.ConvertAll(terms, term => (Ball?)arithmetic.Multiply(adjoint, arithmetic.Exp(arithmetic.Subtract(term, value)))),
        // (√Σ u²)' by u_i = u_i / √Σ u², 0 for the zero row
        Operation.Norm => Array.ConvertAll(
            terms, term => value.IsZero ? null : (Ball?)arithmetic.Multiply(adjoint, arithmetic.Divide(term, value))),
        Operation.Max => Attained(terms, adjoint, 1),
        Operation.Min => Attained(terms, adjoint, -1),
        _ => throw new InvalidOperationException($"{reduction} is no reduction."),
    };

    // The largest (smallest) gets the adjoint; a tie splits it equally.
    private Ball?[] Attained(Ball[] terms, Ball adjoint, int sign)
    {
        List<int> best = [];
        for (int index = 0; index < terms.Length; index++)
        {
            int? order = best.Count == 0 ? 1 : arithmetic.Compare(terms[index], terms[best[0]]) * sign;
            if (order is null)
                return Array.ConvertAll(terms, _ => (Ball?)Ball.Unknown);
            if (order > 0)
                best.Clear();
            if (order >= 0)
                best.Add(index);
        }
        var parts = new Ball?[terms.Length];
        foreach (int index in best)
            parts[index] = arithmetic.Divide(adjoint, Ball.Of(best.Count));
        return parts;
    }

    private void Contribute(ExactNode operand, Ball part)
    {
        if (!operand.IsVariable || operand.IsTruth)
            return;
        metUnknown |= part.IsUnknown;
        if (!adjoints.TryGetValue(operand, out Ball?[]? parts))
            adjoints[operand] = parts = new Ball?[positions.Count(operand)];
        AddTo(ref parts[positions.IndexIn(operand)], part);
    }

    private void AddTo(ref Ball? sum, Ball part) => sum = sum is { } known ? arithmetic.Add(known, part) : part;
}
