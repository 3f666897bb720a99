using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>
/// Makes the statements of a plan: its passes in order, and between them the per-sample values, each as soon as a pass or a result needs it.
/// </summary>
internal sealed class ProgramBuilder
{
    private readonly ProgramInputs inputs;
    private readonly KernelPlan plan;
    private readonly PassProgram[] passes;
    private readonly bool isForBoth;
    private readonly int valuePasses;
    private readonly HashSet<Node> named = [];
    private readonly HashSet<Node> ready = [];
    private readonly UseCounts uses;
    private List<Statement> statements = [];

    private ProgramBuilder(ProgramInputs inputs, KernelPlan plan, int? valuePasses)
    {
        this.inputs = inputs;
        this.plan = plan;
        isForBoth = valuePasses is not null;
        this.valuePasses = valuePasses ?? plan.Passes.Length;
        IReadOnlyCollection<Node> ofValue = isForBoth ? KernelGoals.ReductionsOfValue(plan) : [];
        passes = [.. plan.Passes.Select(pass => PassBuilder.Build(inputs, plan, pass, ofValue))];
        uses = new UseCounts(plan.SampleRoots.Concat(passes.SelectMany(pass => pass.Operands)));
    }

    /// <summary>The program of a plan.</summary>
    /// <param name="inputs">What the kernel is given.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="valuePasses">How many passes, the first ones, the value needs, if the program is for both goals: what comes after it is for the gradient alone.</param>
    /// <param name="shared">What all samples share.</param>
    public static KernelProgram Build(ProgramInputs inputs, KernelPlan plan, int? valuePasses, IEnumerable<Node> shared) =>
        new ProgramBuilder(inputs, plan, valuePasses).Build(shared);

    private KernelProgram Build(IEnumerable<Node> shared)
    {
        HashSet<Node> used = [.. SharedScalars.In(plan)];
        Node[] scalars = [.. shared.Where(node => used.Contains(node) && (uses.Contains(node) || IsOperandOfPass(node)))];
        named.UnionWith(scalars);
        HashSet<string> rows = [.. TopologicalOrder.FromLeaves(plan.Roots)
            .Where(node => node.Operation == Operation.SharedElement && !SharedScalars.IsSharedScalar(node))
            .Select(node => node.Name)];

        LoadInputs();
        foreach (PassProgram pass in passes.Take(valuePasses))
            Sweep(pass);
        if (isForBoth && WritesGradient)
        {
            // What the value needs, too, is computed before.
            var ofGradient = new UseCounts(GradientRoots.Concat(passes.Skip(valuePasses).SelectMany(pass => pass.Operands)));
            DefineAll([plan.Value], ofGradient.Contains);
            HashSet<Node> before = [.. named];
            if (Inside(AddGradients) is { IsEmpty: false } gradients)
                statements.Add(new WhenGradient(gradients));
            named.IntersectWith(before);
        }
        else if (WritesGradient)
        {
            AddGradients();
        }
        DefineAll([plan.Value]);
        statements.Add(new StoreValue(plan.Value));
        return new KernelProgram([.. scalars], [.. inputs.SharedRows.Where(rows.Contains)], [.. statements]);
    }

    private IEnumerable<Node> GradientRoots => plan.ScalarStores.Select(store => store.Value)
        .Concat(plan.RowStores.Where(store => store.AtLabel is not null).Select(store => store.AtLabel!));

    private bool WritesGradient => plan.RowStores.Length + plan.ScalarStores.Length > 0;

    private void LoadInputs()
    {
        for (int input = 0; input < inputs.Reals.Length; input++)
        {
            string name = inputs.Reals[input].Name;
            if (!inputs.Reals[input].Kind.IsRow)
            {
                LoadInput(Operation.Scalar, name);
                continue;
            }
            if (passes.Length > 0 || uses.Reads(name))
                statements.Add(new LocateRow(input));
            if (plan.RowStores.Any(store => store.Input == input))
                statements.Add(new LocateGradient(input));
        }
        for (int label = 0; label < inputs.Integers.Length; label++)
        {
            string name = inputs.Integers[label].Name;
            statements.Add(new LocateLabel(label));
            if (passes.Any(pass => pass.Indices.Contains(name)) || uses.Nodes.Any(node => PassBuilder.ComparesIndex(node, name)))
                statements.Add(new LoadIndex(name));
            LoadInput(Operation.Label, name);
        }
        if (WritesGradient)
            LoadInput(Operation.Scalar, KernelProgram.Upstream);

        // Elements of rows are read before a gradient can be written over them.
        foreach (Node element in uses.Nodes.Where(node => node.Operation is Operation.Element or Operation.SharedElement && !SharedScalars.IsSharedScalar(node)))
            Define(element, new Load(element));
    }

    private void LoadInput(Operation operation, string name)
    {
        if (uses.Nodes.FirstOrDefault(node => node.Operation == operation && node.Name == name) is { } node)
            Define(node, new Load(node));
    }

    private void Sweep(PassProgram pass)
    {
        ImmutableArray<Statement> operands = Inside(() => DefineAll(pass.Operands));
        named.UnionWith(pass.Pass.Reductions);
        statements.Add(new Reduce(pass, operands));
    }

    private void AddGradients()
    {
        foreach (PassProgram pass in passes.Skip(valuePasses))
            Sweep(pass);
        DefineAll(GradientRoots);
        statements.AddRange(plan.ScalarStores.Select(store => new StoreScalar(store.Value, store.Input)));
        statements.AddRange(plan.RowStores.Where(store => store.AtLabel is not null)
            .Select(store => new StoreAtLabel(store.AtLabel!, store.Input, plan.Label!)));
    }

    private ImmutableArray<Statement> Inside(Action add)
    {
        List<Statement> outside = statements;
        statements = [];
        add();
        ImmutableArray<Statement> inside = [.. statements];
        statements = outside;
        return inside;
    }

    // Gives a name to each wanted value, and to what these need more than once. What a number is made of that all samples share is computed with it.
    private void DefineAll(IEnumerable<Node> wanted, Func<Node, bool>? isWanted = null)
    {
        Node[] roots = [.. wanted];
        foreach (Node node in TopologicalOrder.FromLeaves(roots, node => !SharedScalars.IsSharedScalar(node)))
        {
            if (named.Contains(node) || !node.Axes.IsEmpty || node.Operation is Operation.Constant or Operation.Truth)
                continue;
            if (node.Operation is Operation.Index or Operation.Length or Operation.Label || node.IsReduction)
                continue;
            if (!uses.Contains(node) || !IsReady(node) || isWanted?.Invoke(node) == false)
                continue;
            if (IsOperandOfPass(node) || uses.DeservesLocal(node))
                Define(node, new Let(node));
        }
    }

    private bool IsOperandOfPass(Node node) => passes.Any(pass => pass.Operands.Contains(node));

    // A value that waits for a later pass is not computed yet.
    private bool IsReady(Node node)
    {
        if (named.Contains(node) || ready.Contains(node))
            return true;
        // What is ready stays so.
        return !(node.IsReduction && !node.IsShared)
            && node.Operands.Where((_, position) => !Positions.IsIndexOperand(node, position)).All(IsReady)
            && ready.Add(node);
    }

    private void Define(Node node, Statement statement)
    {
        named.Add(node);
        statements.Add(statement);
    }
}
