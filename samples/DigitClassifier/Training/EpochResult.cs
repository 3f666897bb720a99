namespace DigitClassifier;

/// <summary>How a network does after an epoch.</summary>
internal sealed record EpochResult(int Epoch, Score Training, Score HeldOut);
