namespace DigitClassifier;

/// <summary>A line in a chart: a value per epoch.</summary>
internal sealed record Curve(string Name, string Color, double[] Values);
