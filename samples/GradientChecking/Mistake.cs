namespace GradientChecking;

/// <summary>What is wrong with a hand-written gradient.</summary>
internal enum Mistake
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The label's own term goes to the class after it.</summary>
    LabelOffByOne,

    /// <summary>The division by the number of samples is forgotten.</summary>
    MeanForgotten,

    /// <summary>Probability minus one-hot is the other way around.</summary>
    WrongSign,

    /// <summary>The gradient of a weight goes to the weight of the next class.</summary>
    WeightsOffByOne,
}
