using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Calculus;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators.Diagnostics;

/// <summary>What is worth a look in a formula that compiles: gradients that are zero everywhere, and values that jump.</summary>
internal static class FormulaWarnings
{
    // Functions that are constant between their steps, by their derivatives.
    private static readonly HashSet<Function> steps = [.. Functions.All.Where(IsStep)];

    /// <summary>The warnings about a formula.</summary>
    public static IEnumerable<Diagnostic> Of(FormulaOrigins origins, CancellationToken cancellationToken)
    {
        if (origins is not { Formula: { } formula, Method: { } method })
            yield break;

        HashSet<string> learning = WithGradient(formula.Value);
        FormulaInput[] differentiable = [.. formula.Inputs.Where(input => input.IsDifferentiable)];
        bool hasGradient = differentiable.Any(input => learning.Contains(input.Name));
        for (int position = 0; position < formula.Inputs.Length; position++)
        {
            if (!formula.Inputs[position].IsDifferentiable || learning.Contains(formula.Inputs[position].Name))
                continue;
            IParameterSymbol parameter = method.Parameters[position];
            yield return Diagnostic.Create(hasGradient ? Descriptors.DecidesOnly : Descriptors.ZeroGradient, parameter.Locations[0], parameter.Name);
        }

        // A jump by what has been complained about is the same complaint.
        FormulaInput[] moving = [.. differentiable.Where(input => learning.Contains(input.Name))];
        // The value jumps whether a derivative flows to it or not.
        Rewriter releasing = HeldInputs.Releasing(formula.Table, formula.Table.With);
        Dictionary<Node, Location> comparisons = [];
        foreach (KeyValuePair<Node, Location> comparison in origins.Comparisons)
            comparisons[releasing.Rewrite(comparison.Key)] = comparison.Value;
        Formula released = formula with { Value = releasing.Rewrite(formula.Value) };
        foreach (Diagnostic jump in Jumps.In(released, comparisons, moving, cancellationToken))
            yield return jump;
    }

    // The inputs that the value depends on other than through a step: the gradients by all others are zero wherever there are any.
    private static HashSet<string> WithGradient(Node value)
    {
        HashSet<string> found = [];
        HashSet<Node> seen = [];
        Stack<Node> pending = new([value]);
        while (pending.Count > 0)
        {
            Node node = pending.Pop();
            if (!node.IsMoving || node.Kind != ValueKind.Real || !seen.Add(node) || (node.Function is { } function && steps.Contains(function)))
                continue;
            if (node.Operation is Operation.Element or Operation.Scalar)
                found.Add(node.Name);
            foreach (Node operand in node.Operands)
                pending.Push(operand);
        }
        return found;
    }

    private static bool IsStep(Function function)
    {
        var algebra = new NodeAlgebra(new NodeTable());
        Node[] operands = [.. Enumerable.Range(0, function.Arity).Select(position => algebra.Table.Scalar("x" + position))];
        Node result = algebra.Table.Call(function, operands);
        return Derivatives.Of(algebra, function, operands, result, algebra.Table.Scalar("g")).All(part => part.IsConstant(0));
    }
}
