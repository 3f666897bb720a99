namespace AutoDiffCE.Tests.PyTorch;

/// <summary>What PyTorch said of a batch under one reduction.</summary>
/// <param name="Values">One value, or one per sample where nothing was reduced.</param>
/// <param name="Gradients">One per input; empty for an input without.</param>
internal sealed record PyTorchResult(double[] Values, double[][] Gradients);
