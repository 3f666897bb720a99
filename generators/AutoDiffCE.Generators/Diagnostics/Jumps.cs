using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>
/// Finds comparisons at which a formula jumps. One input is moved along a line; where the truth of a comparison changes, the values on both sides
/// are compared. The samples are the same in every run.
/// </summary>
internal sealed class Jumps
{
    private const int Lines = 8;

    // The analyzer runs while somebody types: it ends after so many evaluations of a node, which take a tenth of a second.
    private const long MaxWork = 500_000;

    private const int LargestFormula = 400, MaxClasses = 32;

    // How near the two sides are in the end, and a little before; and how far their values are apart if that is a jump.
    private const double Near = 1e-13, NotSoNear = 1e-11, Tolerance = 1e-9;

    // From far below zero to far above: thresholds come in all sizes.
    private static readonly double[] grid = [-300, -30, -10, -3, -1, -0.3, -0.1, -0.01, 0, 0.01, 0.1, 0.3, 1, 3, 10, 30, 300];

    private readonly Formula formula;
    private readonly Node value;
    private readonly int classes;
    private readonly Dictionary<Node, long> costs = [];
    private long work;

    private Jumps(Formula formula)
    {
        this.formula = formula;
        value = Total(formula.Value);
        classes = 3 + (int)TopologicalOrder.FromLeaves([formula.Value])
            .Where(node => node.Operation is Operation.Element or Operation.SharedElement)
            .Select(node => TopologicalOrder.FromLeaves([node.First]).Where(part => part.Operation == Operation.Constant).Sum(part => part.Value))
            .DefaultIfEmpty(0)
            .Max();
    }

    /// <summary>A warning for each comparison at which the value jumps as one of the inputs changes.</summary>
    public static IEnumerable<Diagnostic> In(
        Formula formula, IReadOnlyDictionary<Node, Location> comparisons, FormulaInput[] inputs, CancellationToken cancellationToken)
    {
        List<Node> nodes = TopologicalOrder.FromLeaves([formula.Value]);
        if (nodes.Count > LargestFormula)
            yield break;
        HashSet<string> names = [.. inputs.Select(input => input.Name)];
        var jumps = new Jumps(formula);
        if (jumps.classes > MaxClasses)
            yield break;
        foreach (Node comparison in nodes.Where(node => comparisons.ContainsKey(node) && Depends(node, names)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (jumps.TryAt(comparison, inputs) is not { } jump)
                continue;
            string text = comparisons[comparison].SourceTree!.GetText(cancellationToken).ToString(comparisons[comparison].SourceSpan);
            yield return Diagnostic.Create(Descriptors.Jump, comparisons[comparison], text, Number(jump.Below), Number(jump.Above));
        }
    }

    private static bool Depends(Node comparison, HashSet<string> inputs) => Search.Reaches(
        comparison, _ => true, node => node.Operation is Operation.Element or Operation.Scalar && inputs.Contains(node.Name));

    private (double Below, double Above)? TryAt(Node comparison, FormulaInput[] inputs)
    {
        try
        {
            return At(comparison, inputs);
        }
        // A formula that reads beside its row at the sampled label has nothing to compare there.
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    // A constraint between hyper-parameters that nobody states, such as lower < upper, may hold in half of the samples only.
    private (double Below, double Above)? At(Node comparison, FormulaInput[] inputs)
    {
        // How many elements it holds for: a number that changes where the truth of one does.
        Node truths = Total(formula.Table.Make(Operation.Select, comparison, formula.Table.Constant(1), formula.Table.Constant(0)));
        foreach (FormulaInput input in inputs)
        {
            foreach (Node? position in Positions(comparison, input))
            {
                (double Below, double Above)?[] crossings =
                    [.. Enumerable.Range(0, Lines).SelectMany(line => new Line(this, line, input, position).Crossings(truths))];
                (double Below, double Above)?[] jumps = [.. crossings.Where(crossing => crossing is not null)];
                if (!IsTired && jumps.Length >= 2 && 3 * jumps.Length > 2 * crossings.Length)
                    return jumps[0];
            }
        }
        return null;
    }

    // The elements of a row to move: those that the comparison names, and of all others that of the label and one more, as what is masked does not jump.
    private IEnumerable<Node?> Positions(Node comparison, FormulaInput input)
    {
        if (!input.Kind.IsRow)
            return [null];
        NodeTable table = formula.Table;
        Node first = formula.Inputs.FirstOrDefault(other => other.Kind.IsClassIndex) is { } label ? table.Label(label.Name) : table.Constant(0);
        return TopologicalOrder.FromLeaves([comparison])
            .Where(node => node.Operation == Operation.Element && node.Name == input.Name)
            .SelectMany(node => node.First.Axes.IsEmpty ? [node.First] : new[] { first, table.Make(Operation.Add, first, table.Constant(1)) })
            .Distinct();
    }

    private bool IsTired => work > MaxWork;

    // One evaluation at each position along each of its axes, for every node below.
    private long Cost(Node node)
    {
        if (!costs.TryGetValue(node, out long cost))
            costs[node] = cost = TopologicalOrder.FromLeaves([node]).Sum(part => (long)Math.Pow(classes, part.Axes.Count));
        return cost;
    }

    private Node Total(Node node) => node.Axes.Members().Aggregate(node, (sum, axis) => formula.Table.Reduce(Operation.Sum, axis, sum));

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>One input that moves while all others stay.</summary>
    private sealed class Line
    {
        private readonly Jumps owner;
        private readonly FormulaInput input;
        private readonly FormulaArguments arguments;
        private readonly int element;

        public Line(Jumps owner, int number, FormulaInput input, Node? position)
        {
            this.owner = owner;
            this.input = input;
            arguments = SampleArguments.Of(owner.formula, owner.classes, number);
            element = position is null ? 0 : (int)new Interpreter(arguments).Evaluate(position) % owner.classes;
        }

        /// <summary>The places at which the truth of a comparison changes: the values on both sides where they differ, null where they agree.</summary>
        public IEnumerable<(double Below, double Above)?> Crossings(Node truths)
        {
            for (int step = 1; step < grid.Length && !owner.IsTired; step++)
            {
                (double Below, double Above) bounds = (grid[step - 1], grid[step]);
                double truth = Evaluate(truths, bounds.Below);
                if (truth.Equals(Evaluate(truths, bounds.Above)))
                    continue;
                bounds = Narrow(truths, truth, bounds, NotSoNear);
                double before = Math.Abs(Evaluate(owner.value, bounds.Below) - Evaluate(owner.value, bounds.Above));
                bounds = Narrow(truths, truth, bounds, Near);
                double below = Evaluate(owner.value, bounds.Below), above = Evaluate(owner.value, bounds.Above), difference = Math.Abs(below - above);
                if (double.IsNaN(difference) || double.IsInfinity(difference))
                    continue;
                // What is steep comes together, if late: a square root at 0.
                bool jumps = difference > Tolerance * Math.Max(1, Math.Max(Math.Abs(below), Math.Abs(above))) && difference > before / 2;
                yield return jumps ? (below, above) : null;
            }
        }

        private (double Below, double Above) Narrow(Node truths, double truth, (double Below, double Above) bounds, double width)
        {
            while (bounds.Above - bounds.Below > width * Math.Max(1, Math.Abs(bounds.Above)))
            {
                double middle = bounds.Below + (bounds.Above - bounds.Below) / 2;
                bounds = Evaluate(truths, middle).Equals(truth) ? (middle, bounds.Above) : (bounds.Below, middle);
            }
            return bounds;
        }

        private double Evaluate(Node node, double at)
        {
            if (input.Kind.IsRow)
                arguments.Rows[input.Name][element] = at;
            else
                arguments.Scalars[input.Name] = at;
            owner.work += owner.Cost(node);
            return new Interpreter(arguments).Evaluate(node);
        }
    }
}
