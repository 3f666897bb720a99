namespace DigitClassifier;

/// <summary>How to train.</summary>
internal sealed record TrainingPlan
{
    /// <summary>How often each image is seen.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>How many images make a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The length of the first step, per length of the gradient; it falls to 0 along half a cosine.</summary>
    public float StepSize { get; init; } = 0.1f;

    /// <summary>The share of the velocity that lasts from step to step.</summary>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>Where the random numbers start: first parameters and the order of the images.</summary>
    public int Seed { get; init; } = 1;
}
