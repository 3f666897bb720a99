namespace DigitClassifier;

/// <summary>A line in a chart: a value per epoch.</summary>
/// <param name="Style">The class of the line in the picture's style sheet.</param>
/// <param name="Values">The value after each epoch.</param>
internal sealed record Curve(string Style, double[] Values);
