using AutoDiffCE.Batches;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

/// <summary>What the generated part of a loss calls, at the width of this machine.</summary>
public class BatchDriverTests
{
    private static readonly KernelShape Shape = ScaledLabelKernel.Shape(LabelRole.WeighsSample);

    [Fact]
    public void Every_entry_point_gives_what_plain_loops_give()
    {
        CheckFloat(new Batch<float>(20, 5));
        CheckDouble(new Batch<double>(20, 5));
    }

    [Fact]
    public void Backward_is_the_gradient_without_a_destination()
    {
        var batch = new Batch<float>(20, 5);
        var gradient = new float[100];
        var scaleGradient = new float[20];
        BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), new BatchCall<float>
        {
            Goal = BatchGoal.Backward,
            Input0 = batch.Logits,
            Input1 = batch.Scale,
            Label0 = batch.Label,
            Upstream = batch.Upstream,
            Gradient0 = gradient,
            Gradient1 = scaleGradient,
        });
        for (int n = 0; n < 20; n++)
        {
            for (int c = 0; c < 5; c++)
                Assert.Equal(batch.Upstream[n] * (float)batch.DerivativeOf(n, c), gradient[batch.IndexOf(n, c)]);
        }
    }

    [Fact]
    public void An_empty_destination_is_not_a_missing_one()
    {
        var batch = new Batch<float>(20, 5);
        Assert.Throws<ArgumentException>("destination", () => BatchDriver.Run(
            batch.Loss, Shape, default(ScaledLabelKernel), new BatchCall<float>
            {
                Goal = BatchGoal.ValuesAndGradient,
                Input0 = batch.Logits,
                Input1 = batch.Scale,
                Label0 = batch.Label,
                Upstream = batch.Upstream,
                Destination = Array.Empty<float>(),
                Gradient0 = new float[100],
                Gradient1 = new float[20],
            }));
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(5000, 3)]
    [InlineData(300, 1000)]
    public void Nothing_is_allocated(int samples, int classes)
    {
        var batch = new Batch<float>(samples, classes) { SampleWeights = new float[samples] };
        var gradient = new float[batch.Logits.Length];
        var scaleGradient = new float[samples];
        Reduced(batch, gradient, scaleGradient);
        // in place, and so through copies
        Reduced(batch, batch.Logits, scaleGradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Reduced(batch, gradient, scaleGradient);
        Reduced(batch, batch.Logits, scaleGradient);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float Reduced(Batch<float> batch, float[] gradient, float[] scaleGradient) =>
        (float)BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), new BatchCall<float>
        {
            Goal = BatchGoal.ValueAndGradient,
            Input0 = batch.Logits,
            Input1 = batch.Scale,
            Label0 = batch.Label,
            Gradient0 = gradient,
            Gradient1 = scaleGradient,
            Options = new() { SampleWeights = batch.SampleWeights },
        }).Reduce(batch.Loss);

    private static void CheckFloat(Batch<float> batch)
    {
        double sum = Enumerable.Range(0, 20).Sum(batch.ValueOf);
        var inputs = new BatchCall<float> { Input0 = batch.Logits, Input1 = batch.Scale, Label0 = batch.Label };
        Assert.Equal(sum / 20, BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Value }).Reduce(batch.Loss));
        Assert.Equal(new LossTotal(sum, 20), BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Total }).ToTotal());
        inputs.Destination = new float[20];
        BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Values });
        Assert.Equal(Enumerable.Range(0, 20).Select(n => (float)batch.ValueOf(n)), inputs.Destination.ToArray());
        inputs.Gradient0 = new float[100];
        inputs.Gradient1 = new float[20];
        Assert.Equal(sum / 20, BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.ValueAndGradient }).Reduce(batch.Loss));
        Assert.Equal((float)batch.DerivativeOf(3, 2) * (float)(1 / 20.0), inputs.Gradient0[batch.IndexOf(3, 2)]);
    }

    private static void CheckDouble(Batch<double> batch)
    {
        double sum = Enumerable.Range(0, 20).Sum(batch.ValueOf);
        var inputs = new BatchCall<double> { Input0 = batch.Logits, Input1 = batch.Scale, Label0 = batch.Label };
        Assert.Equal(sum / 20, BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Value }).Reduce(batch.Loss));
        Assert.Equal(new LossTotal(sum, 20), BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Total }).ToTotal());
        inputs.Destination = new double[20];
        BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.Values });
        Assert.Equal(Enumerable.Range(0, 20).Select(batch.ValueOf), inputs.Destination.ToArray());
        inputs.Gradient0 = new double[100];
        inputs.Gradient1 = new double[20];
        Assert.Equal(sum / 20, BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.ValueAndGradient }).Reduce(batch.Loss));
        Assert.Equal(batch.DerivativeOf(3, 2) * (1 / 20.0), inputs.Gradient0[batch.IndexOf(3, 2)]);
        inputs.Upstream = batch.Upstream;
        BatchDriver.Run(batch.Loss, Shape, default(ScaledLabelKernel), inputs with { Goal = BatchGoal.ValuesAndGradient });
        Assert.Equal(batch.DerivativeOf(3, 2) * batch.Upstream[3], inputs.Gradient0[batch.IndexOf(3, 2)]);
    }
}
