using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Programs;

/// <summary>
/// Runs a program on one sample, in double, statement by statement. It computes what an expression computes where it stands, and nothing else: an input that
/// is not loaded, or a reduction that has not run, is not known.
/// </summary>
internal sealed class ProgramInterpreter
{
    private readonly ProgramInputs inputs;
    private readonly FormulaArguments arguments;
    private readonly bool hasGradient;
    private readonly Dictionary<Node, double> known = [];
    private readonly Dictionary<Node, double> partial = [];
    private readonly Dictionary<int, int> positions = [];

    /// <param name="inputs">What the kernel is given.</param>
    /// <param name="arguments">The sample, with the rows that are computed once per call among its rows.</param>
    /// <param name="hasGradient">Whether a gradient is asked for.</param>
    public ProgramInterpreter(ProgramInputs inputs, FormulaArguments arguments, bool hasGradient)
    {
        this.inputs = inputs;
        this.arguments = arguments;
        this.hasGradient = hasGradient;
        Gradients = [.. inputs.Reals.Select(input => new double[input.Kind.IsRow ? arguments.Classes : 1])];
    }

    /// <summary>The value of the sample.</summary>
    public double Value { get; private set; }

    /// <summary>The gradient by each real input, and what has waited in its memory.</summary>
    public ImmutableArray<double[]> Gradients { get; }

    public void Run(KernelProgram program)
    {
        var shared = new Interpreter(arguments);
        foreach (Node node in program.SharedScalars)
            known[node] = shared.Evaluate(node);
        Run(program.Body);
    }

    private void Run(ImmutableArray<Statement> statements)
    {
        foreach (Statement statement in statements)
            Run(statement);
    }

    private void Run(Statement statement)
    {
        switch (statement)
        {
            case LocateRow or LocateGradient or LocateLabel or LoadIndex:
                break;
            case Load load:
                known[load.Node] = Read(load.Node);
                break;
            case LoadKept kept:
                known[kept.Node] = Gradients[kept.Input][positions[AxisSet.Row]];
                break;
            case Let let:
                known[let.Node] = Compute(let.Node);
                break;
            case Reduce sweep:
                Run(sweep.Operands);
                Sweep(sweep.Pass);
                break;
            case Loop loop:
                Over(loop.Reduction.Axis, loop.Body, [loop.Reduction]);
                break;
            case Accumulate { Reduction: var reduction }:
                if (reduction.Excluded is null || Index(reduction.Excluded) != positions[reduction.Axis])
                    partial[reduction] = Joined(reduction, partial[reduction], Evaluate(reduction.First));
                break;
            case WhenGradient goal:
                if (hasGradient)
                    Inside(() => Run(goal.Body));
                break;
            case StoreValue store:
                Value = Evaluate(store.Value);
                break;
            case StoreScalar store:
                Gradients[store.Input][0] = Evaluate(store.Value);
                break;
            case StoreElement store:
                Gradients[store.Input][positions[AxisSet.Row]] = Evaluate(store.Value);
                break;
            case StoreAtLabel store:
                Gradients[store.Input][Index(store.Label)] = Evaluate(store.Value);
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} cannot be run.");
        }
    }

    // A pass is a method: it knows what it is given.
    private void Sweep(PassProgram pass)
    {
        Dictionary<Node, double> outside = new(known);
        foreach (Node node in outside.Keys.Except(pass.Operands).ToArray())
            known.Remove(node);
        Over(AxisSet.Row, pass.Body, pass.Pass.Reductions);
        foreach (KeyValuePair<Node, double> before in outside)
            known[before.Key] = before.Value;
    }

    private void Over(int axis, ImmutableArray<Statement> body, ImmutableArray<Node> reductions)
    {
        foreach (Node reduction in reductions)
            partial[reduction] = Start(reduction);
        for (int position = 0; position < arguments.Classes; position++)
        {
            positions[axis] = position;
            Inside(() => Run(body));
        }
        positions.Remove(axis);
        foreach (Node reduction in reductions)
            known[reduction] = partial[reduction];
    }

    private void Inside(Action run)
    {
        HashSet<Node> before = [.. known.Keys];
        run();
        foreach (Node node in known.Keys.Where(node => !before.Contains(node)).ToArray())
            known.Remove(node);
    }

    private double Evaluate(Node node) => known.TryGetValue(node, out double value) ? value : Compute(node);

    private double Compute(Node node)
    {
        switch (node.Operation)
        {
            case Operation.Index or Operation.Length:
                return Index(node);
            case Operation.Equal when Positions.AreIndices(node):
                return Index(node.First) == Index(node.Second) ? 1 : 0;
            case Operation.Element or Operation.SharedElement or Operation.Scalar or Operation.HyperParameter or Operation.Label:
                throw new InvalidOperationException($"'{node}' is used and not loaded.");
        }
        return node.IsReduction
            ? throw new InvalidOperationException($"'{node}' is used before its sweep.")
            : Interpreter.Apply(node, operand => Evaluate(node.Operands[operand]));
    }

    private double Read(Node node) => node.Operation switch
    {
        Operation.Label => arguments.Labels[node.Name],
        Operation.Scalar => arguments.Scalars[node.Name],
        _ => arguments.Rows[node.Name][Math.Min(Math.Max(Index(node.First), 0), arguments.Classes - 1)],
    };

    private int Index(Node index) => index.Operation switch
    {
        Operation.Index => positions[index.Axis],
        Operation.Label => arguments.Labels[index.Name],
        Operation.Length => arguments.Classes,
        Operation.Constant => (int)index.Value,
        Operation.Negate => -Index(index.First),
        Operation.Add => index.Operands.Sum(Index),
        _ => throw new InvalidOperationException($"'{index}' is no position."),
    };

    private static double Start(Node reduction) => reduction.Operation switch
    {
        Operation.Max => double.NegativeInfinity,
        Operation.Min => double.PositiveInfinity,
        _ => 0,
    };

    // Registers pass over NaN.
    private static double Joined(Node reduction, double sum, double term) => reduction.Operation switch
    {
        Operation.Sum => sum + term,
        Operation.Max => sum > term || double.IsNaN(term) ? sum : term,
        Operation.Min => sum < term || double.IsNaN(term) ? sum : term,
        _ => throw new UnknownOperationException(reduction.Operation),
    };
}
