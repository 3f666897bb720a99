using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Scheduling;

namespace AutoDiffCE.Generators.Compiler;

/// <summary>
/// What all samples share and what a kernel adds to numbers of a sample though nobody wrote such a sum: in e^b · e^t, the exponents are added so that
/// neither exponential overflows. Of b + t, <c>float</c> has fewer digits the larger t is, and e^b · e^t, with e^t in <c>double</c>, has them all.
/// </summary>
internal static class JoinedTerms
{
    /// <summary>The shared terms of sums of the plans that are no terms of a sum of the formula.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="written">The formula as it was written, in the form that nodes of plans have.</param>
    public static ImmutableArray<Node> In(IEnumerable<KernelPlan> plans, Node written)
    {
        HashSet<Node> terms = [.. SharedTermsOf([written]).SelectMany(TermsOf)];
        return [.. SharedTermsOf(plans.SelectMany(plan => plan.Roots)).Where(term => !TermsOf(term).All(terms.Contains)).Distinct()];
    }

    private static IEnumerable<Node> SharedTermsOf(IEnumerable<Node> roots) => TopologicalOrder.FromLeaves(roots)
        .Where(node => node.Operation == Operation.Add && !node.IsShared)
        .SelectMany(sum => sum.Operands)
        .Select(Unsigned)
        .Where(term => term.IsShared && term.Operation != Operation.Constant && term.Axes.IsEmpty);

    // What was added before it was added to something else.
    private static IEnumerable<Node> TermsOf(Node term) => term.Operation == Operation.Add ? term.Operands.Select(Unsigned) : [term];

    private static Node Unsigned(Node term) => term.Operation == Operation.Negate ? term.First : term;
}
