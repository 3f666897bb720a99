using System.Text.Json;

namespace AutoDiffCE.Tests.PyTorch;

/// <summary>What <c>compare.py</c> has written.</summary>
/// <param name="Version">The version of PyTorch.</param>
/// <param name="Samples">The samples of every batch.</param>
/// <param name="Classes">The elements of every row.</param>
/// <param name="Batches">The batches.</param>
internal sealed record PyTorchNumbers(string Version, int Samples, int Classes, PyTorchBatch[] Batches)
{
    private static readonly JsonSerializerOptions options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static PyTorchNumbers Load()
    {
        using Stream stream = typeof(PyTorchNumbers).Assembly.GetManifestResourceStream("PyTorch.numbers.json")!;
        return JsonSerializer.Deserialize<PyTorchNumbers>(stream, options)!;
    }
}
