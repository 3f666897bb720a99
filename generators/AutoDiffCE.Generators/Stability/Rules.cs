using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Stability;

/// <summary>
/// The laws that make a formula stable. Each is exact in real numbers under the precondition that it states; where several fit one
/// node, the first is taken.
/// </summary>
internal static partial class Rules
{
    /// <summary>Exponentials and logarithms meet and cancel.</summary>
    public static IReadOnlyList<Rule> Cancellation { get; } =
    [
        ExpandLogP1, ExpandExpM1, ExpandXLogY,
        ExponentialOfLogarithm, ExponentialOfNegatedSoftplus,
        ProductWithSumOfExponentials, QuotientBySumOfTwoExponentials, QuotientBySigmoidDenominator, QuotientBySumOfExponentials,
        ExponentialIntoWeight, ProductOfExponentials, SquareOfRoot, SquareOfNorm, PowerOfExponential,
        RootOfSquare,
        LogarithmOfExponential, LogarithmOfSigmoid, LogarithmOfClamp, LogarithmOfMaximum, LogarithmOfMinimum, LogarithmOfSelection,
        LogarithmOfProduct, LogarithmOfCosh, LogarithmOfScaledSum, LogarithmOfWeightedSum,
        LogarithmOfReciprocal, LogarithmOfSquare, LogarithmOfRoot, LogarithmOfPower,
        LogarithmOfOneAndExponential, LogarithmOfSumOfExponentials, LogAddExpMinusArgument,
        OneMinusSigmoid, OnePlusTanh, OnePlusErf, OneMinusSelection, SoftplusFromParts, SoftplusMinusArgument, SoftplusDifference, SoftplusMinusMultiple,
        SumOfExponentials, ReductionOfShifted, ShiftOfLogSoftmax,
    ];

    /// <summary>Sums leave the label out, so that what is left keeps its digits when the label's share is almost all.</summary>
    /// <param name="lifted">A label that is lifted to a distribution afterward: as an axis, it picks no element that could be left out.</param>
    public static IReadOnlyList<Rule> LabelExclusion(Node? lifted = null) => [LabelLeftOut(lifted), ConstantTermLeftOut(lifted)];

    /// <summary>A logarithm that looks into its operand, before the operand takes its last form.</summary>
    public static IReadOnlyList<Rule> BeforeFinishing { get; } = [LogarithmOfOneMinusExponential];

    /// <summary>What did not cancel takes the function that loses no digits.</summary>
    /// <param name="written">The formula as it was written.</param>
    public static IReadOnlyList<Rule> Finishing(Node? written = null) =>
    [
        ReductionOfLogSoftmax, ExponentialOfLogSumExp(written), LogarithmOfOnePlus, ExponentialMinusOne(written), PowerMinusOne, ExponentialMinusIndicator,
    ];

    /// <summary>Every rule, in the order of use.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Cancellation, .. LabelExclusion(), .. BeforeFinishing, .. Finishing()];

    private static bool IsFactorPair(Node node) =>
        node.Operation == Operation.Multiply && node.Operands.Length == 2 && ReferenceEquals(node.First, node.Second);
}
