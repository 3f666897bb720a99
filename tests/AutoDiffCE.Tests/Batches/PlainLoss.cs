namespace AutoDiffCE.Tests.Batches;

/// <summary>A loss without labels, classes or weights of its own.</summary>
internal sealed class PlainLoss : Loss;
