using System.Text.Json;

namespace AutoDiffCE.Tests.PyTorch;

/// <summary>A batch that was given to PyTorch, and what it said. Rows are flat.</summary>
/// <param name="Loss">The name of the loss here.</param>
/// <param name="Parameters">The hyper-parameters and options of the loss, by their names here.</param>
/// <param name="Inputs">The floating-point inputs, in the order of the formula.</param>
/// <param name="Labels">One per sample; empty for a loss without.</param>
/// <param name="Upstream">What the gradient of the unreduced loss was taken with.</param>
/// <param name="Results">By PyTorch's name of the reduction.</param>
internal sealed record PyTorchBatch(
    string Loss,
    Dictionary<string, JsonElement> Parameters,
    double[][] Inputs,
    int[] Labels,
    double[] Upstream,
    Dictionary<string, PyTorchResult> Results);
