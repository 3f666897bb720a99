using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Programs;

/// <summary>
/// What of a plan for value and gradient the value alone needs. Where that is its first passes, one text serves both goals, and the just-in-time compiler
/// leaves out what is not asked for.
/// </summary>
internal static class KernelGoals
{
    /// <summary>The reductions that the value needs.</summary>
    public static HashSet<Node> ReductionsOfValue(KernelPlan plan)
    {
        HashSet<Node> reductions = [.. plan.Passes.SelectMany(pass => pass.Reductions)];
        return [.. TopologicalOrder.FromLeaves([plan.Value]).Where(reductions.Contains)];
    }

    /// <summary>How many passes the value needs if these are the first ones and the plan for the value alone takes no fewer; otherwise null.</summary>
    public static int? ValuePasses(KernelPlan values, KernelPlan valuesAndGradient)
    {
        HashSet<Node> needed = ReductionsOfValue(valuesAndGradient);
        bool[] isNeeded = [.. valuesAndGradient.Passes.Select(pass => pass.Reductions.Any(needed.Contains))];
        int count = isNeeded.TakeWhile(needs => needs).Count();
        bool isPrefix = ReferenceEquals(values.Value, valuesAndGradient.Value) && isNeeded.Skip(count).All(needs => !needs);
        // A row that waits in the memory of a gradient is not there for the value alone.
        bool readsKept = valuesAndGradient.Kept?.Pass < count;
        return isPrefix && values.Passes.Length == count && !readsKept ? count : null;
    }
}
