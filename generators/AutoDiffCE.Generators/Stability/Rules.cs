using AutoDiffCE.Generators.Algebra;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// The laws that make a formula stable. Each is exact in real numbers under the precondition that it states. They are used in stages, one after the other;
/// a stage is a list of groups, and within a group the order does not matter: where two rules fit one node, they lead to the same formula.
/// </summary>
internal static partial class Rules
{
    /// <summary>Exponentials and logarithms meet and cancel.</summary>
    public static IReadOnlyList<IReadOnlyList<Rule>> Identities { get; } =
    [
        // Functions of two steps take them apart where each meets other rules. Elsewhere they keep the digits that they are written for.
        [LogP1OfExponentialMinusOne, LogP1OfTanh, ExpandLogP1, ExpandXLogY],
        // What has a form of its own, before what it is a case of.
        [QuotientBySumOfTwoExponentials, LogarithmOfCosh, LogarithmOfNormalCdf, LogarithmOfOneAndExponential],
        // Exponentials and powers
        [
            ExponentialOfLogarithm, ExponentialOfNegatedSoftplus, ProductWithSumOfExponentials, QuotientBySigmoidDenominator, QuotientBySumOfExponentials,
            ExponentialIntoWeight, ProductOfExponentials, SumOfExponentials, SquareOfRoot, SquareOfNorm, PowerOfExponential, RootOfSquare,
        ],
        // Logarithms
        [
            LogarithmOfExponential, LogarithmOfNegatedExponentialMinusOne, LogarithmOfSigmoid, LogarithmOfClamp, LogarithmOfMaximum, LogarithmOfMinimum,
            LogarithmOfSelection, LogarithmOfProduct, LogarithmOfScaledSum, LogarithmOfWeightedSum, LogarithmOfReciprocal, LogarithmOfSquare, LogarithmOfRoot, LogarithmOfPower,
            LogarithmOfSumOfExponentials,
        ],
        // Sums: two of these may want the same term of one, and the first one has it.
        .. OneByOne(
            LogAddExpMinusArgument, ExponentialMinusOneAndOne, OneMinusSigmoid, OneMinusNormalCdf, OnePlusTanh, OnePlusErf, OneMinusSelection,
            SoftplusFromParts, SoftplusMinusArgument, SoftplusDifference, SoftplusMinusMultiple, SoftplusPlusPart, ShiftMeetsElement),
        [ReductionOfShifted],
    ];

    /// <summary>Sums leave the label out, so that what is left keeps its digits when the label's share is almost all.</summary>
    /// <param name="lifted">A label that is lifted to a distribution afterward: as an axis, it picks no element that could be left out.</param>
    public static IReadOnlyList<IReadOnlyList<Rule>> LabelExclusion(Node? lifted = null) => [[LabelLeftOut(lifted), ConstantTermLeftOut(lifted)]];

    /// <summary>Forms by cases, for the sake of digits: no kink of the formula. A logarithm looks into its operand before that takes its last form.</summary>
    public static IReadOnlyList<IReadOnlyList<Rule>> Pieces { get; } = [[LogarithmOfOneMinusExponential]];

    /// <summary>What did not cancel takes the function that loses no digits.</summary>
    /// <param name="written">The formula as it was written.</param>
    public static IReadOnlyList<IReadOnlyList<Rule>> Finishing(Node? written = null) =>
    [
        [ExponentialOfLogSumExp(written), LogarithmOfOnePlus],
        .. OneByOne(ReductionOfLogSoftmax, ExponentialMinusOne, PowerMinusOne, CosineMinusOne, CoshMinusOne, ExponentialMinusIndicator),
    ];

    /// <summary>Every rule, in the order of use.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. new[] { Identities, LabelExclusion(), Pieces, Finishing() }.SelectMany(stage => stage).SelectMany(group => group)];

    private static IEnumerable<IReadOnlyList<Rule>> OneByOne(params Rule[] rules) => rules.Select(rule => new[] { rule });

    /// <summary>A law about a sum, of which one term is replaced, together with others that the law takes out.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="law">The law.</param>
    /// <param name="fits">Which terms it is about.</param>
    /// <param name="replace">What takes the place of such a term, given the others and its coefficient; null where the law does not fit.</param>
    /// <param name="inParts">Whether the term may be there several times, once for each of several others.</param>
    private static Rule OfTerm(
        string name, string law, Func<Node, bool> fits, Func<NodeAlgebra, TermList, double, Node, Node?> replace, bool inParts = false) => new(name, law, (algebra, node) =>
    {
        if (node.Operation != Operation.Add)
            return null;
        IEnumerable<(double Coefficient, Node Term)> fitting = new TermList(algebra, node).Terms.Where(part => fits(part.Term));
        foreach ((double coefficient, Node term, TermList others) in fitting.SelectMany(part => Taken(algebra, node, part, inParts)))
        {
            if (replace(algebra, others, coefficient, term) is { } replacement && !PartsLogSoftmax(algebra, node, term, others))
                return others.With(coefficient, replacement);
        }
        return null;
    });

    // A term, and what it leaves of its sum: all else, and if need be all but one of the term itself.
    private static IEnumerable<(double Coefficient, Node Term, TermList Others)> Taken(
        NodeAlgebra algebra, Node sum, (double Coefficient, Node Term) term, bool inParts)
    {
        var others = new TermList(algebra, sum);
        others.Remove(term);
        yield return (term.Coefficient, term.Term, others);
        double part = Math.Sign(term.Coefficient);
        if (inParts && Math.Abs(term.Coefficient) > 1 && NodeAlgebra.IsExactSum(term.Coefficient, -part))
            yield return (part, term.Term, new TermList(algebra, others.With(term.Coefficient - part, term.Term)));
    }

    // Whether an element goes that its log-sum-exp is left of: they cancel, and neither does with anything else.
    private static bool PartsLogSoftmax(NodeAlgebra algebra, Node sum, Node term, TermList left)
    {
        HashSet<Node> rest = [.. left.Terms.Select(part => algebra.WithCoefficient(part.Coefficient, part.Term))];
        return algebra.LogSoftmaxesIn(sum).Any(element => !ReferenceEquals(element.LogSumExp, term)
            && rest.Contains(algebra.WithCoefficient(-element.Scale, element.LogSumExp))
            && !sum.Operands.Except(element.Others).All(rest.Contains));
    }

    private static bool IsFactorPair(Node node) =>
        node.Operation == Operation.Multiply && node.Operands.Length == 2 && ReferenceEquals(node.First, node.Second);
}
