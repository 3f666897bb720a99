using System.Runtime.InteropServices;
using AutoDiffCE.Batches;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

/// <summary>Destinations that share memory with anything else.</summary>
public class OverlapTests
{
    private const int Samples = 4;
    private const int Classes = 3;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(0, 11)]
    [InlineData(11, 0)]
    public void A_gradient_beside_its_input_is_refused(int input, int gradient) => AssertRefused(
        "logitsGradient", "logitsGradient overlaps logits", memory => new BatchPlaces { Logits = memory + input, LogitsGradient = memory + gradient });

    [Fact]
    public void A_gradient_over_another_input_is_refused()
    {
        AssertRefused("logitsGradient", "logitsGradient overlaps scale", m => new BatchPlaces { LogitsGradient = m, Scale = m + 2 });
        AssertRefused("scaleGradient", "scaleGradient overlaps logits", m => new BatchPlaces { Logits = m, ScaleGradient = m + 8 });
        AssertRefused("logitsGradient", "logitsGradient overlaps scaleGradient", m => new BatchPlaces { LogitsGradient = m, ScaleGradient = m + 8 });
        AssertRefused("logitsGradient", "logitsGradient overlaps upstream", m => new BatchPlaces { LogitsGradient = m, Upstream = m });
        AssertRefused("logitsGradient", "logitsGradient overlaps options.SampleWeights", m => new BatchPlaces { LogitsGradient = m, Weights = m });
        AssertRefused("logitsGradient", "logitsGradient overlaps label", m => new BatchPlaces { LogitsGradient = m, Label = m + 5 });
    }

    [Fact]
    public void A_destination_over_anything_is_refused()
    {
        AssertRefused("destination", "destination overlaps logits", m => new BatchPlaces { Logits = m, Destination = m + 11 });
        AssertRefused("destination", "destination overlaps scale", m => new BatchPlaces { Scale = m, Destination = m });
        AssertRefused("destination", "destination overlaps label", m => new BatchPlaces { Label = m, Destination = m });
        AssertRefused("destination", "destination overlaps upstream", m => new BatchPlaces { Upstream = m, Destination = m + 1 });
    }

    [Fact]
    public void Neighbors_without_a_common_element_are_fine() => Run(new BatchPlaces { Logits = 0, LogitsGradient = 12, Scale = 24, ScaleGradient = 28 });

    private static void AssertRefused(string parameter, string message, Func<int, BatchPlaces> places)
    {
        var exception = Assert.Throws<ArgumentException>(parameter, () => Run(places(1000)));
        Assert.StartsWith(message, exception.Message);
    }

    // Lays everything out in one array, where the test says so or far from all else.
    private static void Run(BatchPlaces places)
    {
        Span<float> memory = new float[2000];
        Span<int> integers = MemoryMarshal.Cast<float, int>(memory);
        KernelRun<ScaledLabelKernel, Float512, float>.Run(
            new RecordingLabelLoss(),
            ScaledLabelKernel.Shape(LabelRole.WeighsSample),
            default,
            BatchGoal.ValuesAndGradient,
            new BatchCall<float>
            {
                Input0 = memory.Slice(places.Logits, Samples * Classes),
                Input1 = memory.Slice(places.Scale, Samples),
                Label0 = integers.Slice(places.Label, Samples),
                Gradient0 = memory.Slice(places.LogitsGradient, Samples * Classes),
                Gradient1 = memory.Slice(places.ScaleGradient, Samples),
                Upstream = memory.Slice(places.Upstream, Samples),
                Destination = memory.Slice(places.Destination, Samples),
                Options = new() { SampleWeights = memory.Slice(places.Weights, Samples) },
            });
    }
}
