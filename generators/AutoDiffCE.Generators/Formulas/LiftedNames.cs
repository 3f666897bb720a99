namespace AutoDiffCE.Generators.Formulas;

/// <summary>The names of the inputs that lifting adds to a formula: nothing else in it may have them.</summary>
internal static class LiftedNames
{
    /// <summary>The weight of each class: a row that the batch shares.</summary>
    public const string ClassWeights = "classWeights";

    /// <summary>The weight of a class that a label has beyond those of the row: a scalar hyper-parameter.</summary>
    public static string ExtraClassWeight(int extra) => FormattableString.Invariant($"extraClassWeight{extra + 1}");

    /// <summary>The probability that smoothing takes from the label and spreads over all classes: a scalar hyper-parameter.</summary>
    public const string LabelSmoothing = "labelSmoothing";

    /// <summary>The probability of each class: a row for each sample.</summary>
    public const string LabelDistribution = "labelDistribution";

    /// <summary>The probability of the label, where it is smoothed: the name of a number.</summary>
    public const string LabelProbability = "labelProbability";

    /// <summary>The probability of every other class.</summary>
    public const string OtherProbability = "otherProbability";

    public static bool Contains(string name) => name is ClassWeights or LabelSmoothing or LabelDistribution;
}
