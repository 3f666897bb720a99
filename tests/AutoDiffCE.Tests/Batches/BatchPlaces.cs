namespace AutoDiffCE.Tests.Batches;

/// <summary>Where the spans of a call lie in one array; apart from each other unless a test says otherwise.</summary>
public sealed record BatchPlaces
{
    public int Logits { get; init; } = 100;

    public int Scale { get; init; } = 200;

    public int Label { get; init; } = 300;

    public int LogitsGradient { get; init; } = 400;

    public int ScaleGradient { get; init; } = 500;

    public int Upstream { get; init; } = 600;

    public int Destination { get; init; } = 700;

    public int Weights { get; init; } = 800;
}
