using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>Makes the statements of one pass: what is loaded, what has a name, and in which order reductions and gradients are written.</summary>
internal sealed class PassBuilder
{
    private readonly ProgramInputs inputs;
    private readonly KernelPlan plan;
    private readonly Pass pass;
    private readonly HashSet<Node> named = [];
    private readonly UseCounts rowUses;
    private readonly Node[] rowNodes;
    private readonly bool writesKept;
    private readonly bool readsKept;
    private readonly HashSet<Node> valueNodes;
    private readonly Node[] valueReductions;
    private List<Statement> statements = [];

    /// <param name="inputs">What the kernel is given.</param>
    /// <param name="plan">The plan that the pass is part of.</param>
    /// <param name="pass">The pass.</param>
    /// <param name="ofValue">The reductions that the value needs; what others need is computed with the gradient alone.</param>
    private PassBuilder(ProgramInputs inputs, KernelPlan plan, Pass pass, IReadOnlyCollection<Node> ofValue)
    {
        this.inputs = inputs;
        this.plan = plan;
        this.pass = pass;
        writesKept = plan.Kept?.Pass == pass.Number;
        readsKept = plan.Kept?.Pass < pass.Number;
        IEnumerable<Node> roots = writesKept ? pass.Rows.Append(plan.Kept!.Value) : pass.Rows;
        rowUses = new UseCounts(roots, IsComputedHere, IsGiven, visitsOutside: true);
        rowNodes = [.. new UseCounts(roots, node => !node.Axes.IsEmpty, IsGiven).Nodes];
        valueReductions = [.. pass.Reductions.Where(ofValue.Contains)];
        valueNodes = [.. new UseCounts(valueReductions.Select(reduction => reduction.First), IsComputedHere, IsGiven, visitsOutside: true).Nodes];
    }

    public static PassProgram Build(ProgramInputs inputs, KernelPlan plan, Pass pass, IReadOnlyCollection<Node> ofValue) =>
        new PassBuilder(inputs, plan, pass, ofValue).Build();

    private PassProgram Build()
    {
        bool hasGoal = valueReductions.Length > 0 && (valueReductions.Length < pass.Reductions.Length || !pass.Stores.IsEmpty || writesKept);
        IEnumerable<Node> operands = rowNodes.Where(node => !IsGiven(node)).SelectMany(PerSampleOperands).Concat(pass.Rows.Where(row => row.Axes.IsEmpty));
        IEnumerable<int> gradients = pass.Stores.Select(store => store.Input);
        if (writesKept || readsKept)
            gradients = gradients.Append(plan.Kept!.Input);
        AddBody(hasGoal);
        return new PassProgram(
            pass,
            [.. operands.Where(node => node.Operation is not (Operation.Constant or Operation.Truth)).Distinct()],
            [.. Enumerable.Range(0, inputs.Reals.Length).Where(input => inputs.Reals[input].Kind.IsRow && Reads(Operation.Element, inputs.Reals[input].Name))],
            [.. gradients.Distinct().OrderBy(input => input)],
            [.. inputs.SharedRows.Where(row => Reads(Operation.SharedElement, row))],
            [.. inputs.Integers.Select(input => input.Name).Where(NeedsIndex)],
            pass.LeavesLabelOut ? plan.Label : null,
            plan.Kept,
            hasGoal,
            [.. statements]);
    }

    /// <summary>Whether it is an equation of a label with another index.</summary>
    public static bool ComparesIndex(Node node, string label) =>
        node.Operation == Operation.Equal && Positions.AreIndices(node) && node.Operands.Any(operand => IsLabel(operand, label));

    private void AddBody(bool hasGoal)
    {
        if (readsKept)
            Define(plan.Kept!.Value, new LoadKept(plan.Kept.Value, plan.Kept.Input));
        if (!hasGoal)
        {
            DefineAll(rowUses.Nodes);
            Accumulate(pass.Reductions);
            Store();
            return;
        }
        DefineAll(rowUses.Nodes.Where(valueNodes.Contains));
        Accumulate(valueReductions);
        List<Statement> outside = statements;
        statements = [];
        DefineAll(rowUses.Nodes);
        Accumulate(pass.Reductions.Except(valueReductions));
        Store();
        outside.Add(new WhenGradient([.. statements]));
        statements = outside;
    }

    private void DefineAll(IEnumerable<Node> nodes)
    {
        foreach (Node node in nodes.Where(node => !node.Axes.IsEmpty && !named.Contains(node)))
        {
            if (node.Operation is Operation.Element or Operation.SharedElement)
                Define(node, new Load(node));
            else if (node.IsReduction)
                Define(node, LoopOver(node, AxisSet.Of(AxisSet.Row)));
            else if (rowUses.DeservesLocal(node) || ReferenceEquals(node, plan.Kept?.Value))
                Define(node, new Let(node));
        }
    }

    // A reduction within the row: a loop over all classes, for each class of the register.
    private Loop LoopOver(Node reduction, AxisSet scope)
    {
        AxisSet inner = scope | AxisSet.Of(reduction.Axis);
        var uses = new UseCounts([reduction.First], node => node.Axes.Contains(reduction.Axis) && inner.ContainsAll(node.Axes), visitsOutside: true);
        HashSet<Node> before = [.. named];
        List<Statement> outside = statements;
        statements = [];
        foreach (Node node in uses.Nodes.Where(node => !named.Contains(node)))
        {
            if (node.Operation is Operation.Element or Operation.SharedElement)
                Define(node, new Load(node));
            else if (node.IsReduction)
                Define(node, LoopOver(node, inner));
            else if (uses.DeservesLocal(node))
                Define(node, new Let(node));
        }
        var loop = new Loop(reduction, [.. statements, new Accumulate(reduction, false)]);
        statements = outside;
        named.IntersectWith(before);
        return loop;
    }

    private void Accumulate(IEnumerable<Node> reductions) => statements.AddRange(reductions.Select(reduction =>
        new Accumulate(reduction, reduction.Excluded is not null && ReferenceEquals(reduction.Excluded, plan.Label))));

    private void Store()
    {
        if (writesKept)
            statements.Add(new StoreElement(plan.Kept!.Value, plan.Kept.Input));
        statements.AddRange(pass.Stores.Select(store => new StoreElement(store.Value, store.Input)));
    }

    private void Define(Node node, Statement statement)
    {
        named.Add(node);
        statements.Add(statement);
    }

    // The body of a loop over pairs is a scope of its own; a kept row is read, not computed.
    private static bool IsComputedHere(Node node) => node.Axes == AxisSet.Of(AxisSet.Row);

    private bool IsGiven(Node node) => readsKept && ReferenceEquals(node, plan.Kept!.Value);

    private IEnumerable<Node> AllNodes() => rowNodes.Concat(pass.Reductions);

    private bool Reads(Operation operation, string row) => AllNodes().Any(node => node.Operation == operation && node.Name == row);

    private bool NeedsIndex(string label) =>
        AllNodes().Any(node => ComparesIndex(node, label) || (node.IsReduction && node.Excluded is { } excluded && IsLabel(excluded, label)));

    private static bool IsLabel(Node node, string label) => node.Operation == Operation.Label && node.Name == label;

    private static IEnumerable<Node> PerSampleOperands(Node node) =>
        node.Operands.Where((operand, position) => operand.Axes.IsEmpty && !Positions.IsIndexOperand(node, position))
            .Select(operand => operand.Operation == Operation.Negate ? operand.First : operand);
}
