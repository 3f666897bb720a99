using AutoDiffCE.Batches;
using AutoDiffCE.Simd;
using AutoDiffCE.Tests.Api;

namespace AutoDiffCE.Tests.Batches;

/// <summary>What the drivers refuse, with which words, and that nothing was written then.</summary>
public class BatchErrorTests
{
    private static readonly float[] Logits = new float[15];
    private static readonly float[] Scale = new float[5];
    private static readonly int[] Label = [0, 1, 2, 1, 0];

    [Theory]
    [InlineData(14, 5, 0, "logits has 14 elements, which is not a multiple of the 5 samples that label has.")]
    [InlineData(12, 5, 3, "logits has 12 elements, which is not 5 samples of 3 classes.")]
    [InlineData(15, 5, 4, "logits has 15 elements, which is not 5 samples of 4 classes.")]
    [InlineData(0, 5, 0, "logits has rows of 0 classes, and the formula needs at least 1.")]
    [InlineData(15, 0, 0, "logits has 15 elements, which is not 0 samples of 0 classes.")]
    public void Lengths_that_do_not_fit_show_the_arithmetic(int elements, int labels, int classes, string message)
    {
        var exception = Assert.Throws<ArgumentException>("logits", () => Run(new BatchCall<float>
        {
            Input0 = new float[elements],
            Input1 = new float[labels],
            Label0 = new int[labels],
            Gradient0 = new float[elements],
            Gradient1 = new float[labels],
            Options = new() { Classes = classes },
        }));
        Assert.StartsWith(message, exception.Message);
    }

    [Theory]
    [InlineData(15, 6, "scale", "scale has 6 elements, which is not one for each of 5 samples.")]
    [InlineData(14, 5, "logitsGradient", "logitsGradient has 14 elements, and logits has 15.")]
    [InlineData(16, 5, "logitsGradient", "logitsGradient has 16 elements, and logits has 15.")]
    public void Scalars_and_gradients_must_be_as_long_as_what_they_belong_to(int gradient, int scale, string parameter, string message)
    {
        var exception = Assert.Throws<ArgumentException>(parameter, () => Run(new BatchCall<float>
        {
            Input0 = Logits,
            Input1 = new float[scale],
            Label0 = Label,
            Gradient0 = new float[gradient],
            Gradient1 = new float[scale],
        }));
        Assert.StartsWith(message, exception.Message);
    }

    [Fact]
    public void Destination_upstream_and_weights_have_one_element_per_sample()
    {
        Refuse<ArgumentException>("destination", "destination has 4 elements, which is not one for each of 5 samples.", BatchGoal.Values, 4, 5, 5);
        Refuse<ArgumentException>("upstream", "upstream has 6 elements, which is not one for each of 5 samples.", BatchGoal.Backward, 5, 6, 5);
        Refuse<ArgumentException>("options", "SampleWeights has 3 elements, which is not one for each of 5 samples.", BatchGoal.Values, 5, 5, 3);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_label_out_of_range_names_the_sample_before_anything_is_written(int bad)
    {
        for (int samples = 1; samples < 40; samples++)
        {
            int[] labels = new int[samples];
            labels[samples - 1] = bad;
            float[] gradient = Outcome<float>.Marked(3 * samples);
            float[] scaleGradient = Outcome<float>.Marked(samples);
            var exception = Assert.Throws<ArgumentOutOfRangeException>("label", () => Run(new BatchCall<float>
            {
                Input0 = new float[3 * samples],
                Input1 = new float[samples],
                Label0 = labels,
                Gradient0 = gradient,
                Gradient1 = scaleGradient,
            }));
            Assert.StartsWith(FormattableString.Invariant($"The label of sample {samples - 1} is {bad}, which is not one of the 3 classes."), exception.Message);
            Assert.Equal(bad, exception.ActualValue);
            Assert.All(gradient, number => Assert.Equal(Outcome<float>.Untouched, number));
            Assert.All(scaleGradient, number => Assert.Equal(Outcome<float>.Untouched, number));
        }
    }

    [Fact]
    public void A_label_that_is_ignored_need_not_be_a_class()
    {
        Run(SpansWith(label: [0, 1, -100, 1, -100]));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => Run(SpansWith(label: [0, 1, -100, 1, -101])));
    }

    [Theory]
    [InlineData(true, -100, true)]
    [InlineData(true, 3, true)]
    [InlineData(true, 2, false)]
    [InlineData(false, -100, false)]
    [InlineData(false, 12345, false)]
    public void A_second_integer_is_checked_if_it_is_a_class_and_never_ignored(bool isClass, int second, bool refused)
    {
        KernelShape one = ScaledLabelKernel.Shape(LabelRole.WeighsSample);
        var shape = new KernelShape
        {
            Inputs = one.Inputs,
            Labels = ["label", "rival"],
            IsClassIndex = [true, isClass],
            LabelRole = LabelRole.WeighsSample,
        };
        Exception? exception = Record.Exception(() => KernelRun<ScaledLabelKernel, Float512, float>.Run(
            new RecordingLabelLoss(),
            shape,
            default,
            BatchGoal.Value,
            new BatchCall<float> { Input0 = Logits, Input1 = Scale, Label0 = Label, Label1 = [0, 1, second, 0, 0] }));
        Assert.Equal(refused, exception is ArgumentOutOfRangeException { ParamName: "rival" });
        Assert.Equal(refused, exception is not null);
    }

    [Fact]
    public void Named_classes_must_agree()
    {
        Assert.StartsWith(
            "The options and the loss name different numbers of classes: 3 and 4.",
            Assert.Throws<ArgumentException>("options", () => Run(SpansWith(new() { Classes = 3 }), new RecordingLabelLoss { Classes = 4 })).Message);
        Assert.StartsWith(
            "The call and the options name different numbers of classes: 5 and 3.",
            Assert.Throws<ArgumentException>("classes", () => RunPair(15, 15, 5, 3)).Message);
        Assert.StartsWith(
            "logits has 15 elements, which is not 5 samples of 4 classes.",
            Assert.Throws<ArgumentException>("logits", () => Run(SpansWith(), new RecordingLabelLoss { Classes = 4 })).Message);
    }

    [Fact]
    public void Two_rows_need_their_classes_named_and_equal_lengths()
    {
        Assert.Contains("do not tell the number of classes", Assert.Throws<ArgumentException>("logits", () => RunPair(15, 15, 0, 0)).Message);
        Assert.StartsWith(
            "logits has 15 elements, which is not a multiple of 4 classes.",
            Assert.Throws<ArgumentException>("logits", () => RunPair(15, 15, 4, 0)).Message);
        Assert.StartsWith(
            "labelDistribution has 12 elements, which is not 5 samples of 3 classes.",
            Assert.Throws<ArgumentException>("labelDistribution", () => RunPair(15, 12, 3, 0)).Message);
    }

    [Fact]
    public void Class_weights_have_one_element_per_class()
    {
        var loss = new RecordingLabelLoss { ClassWeights = [1, 2] };
        var exception = Assert.Throws<ArgumentException>("ClassWeights", () => Run(SpansWith(), loss));
        Assert.StartsWith("ClassWeights has 2 elements, which is not one for each of 3 classes.", exception.Message);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("options.Classes", () => Run(SpansWith(new() { Classes = -1 })));
        Assert.Throws<ArgumentOutOfRangeException>("options.Inner", () => Run(SpansWith(new() { Inner = -1 })));
        Assert.Throws<ArgumentOutOfRangeException>("options.RowStride", () => Run(SpansWith(new() { RowStride = -1 })));
        Assert.Throws<ArgumentOutOfRangeException>("options.DegreeOfParallelism", () => Run(SpansWith(new() { DegreeOfParallelism = -1 })));
        Assert.Throws<ArgumentOutOfRangeException>("options.Normalizer", () => Run(SpansWith(new() { Normalizer = -1 })));
        Assert.Throws<ArgumentOutOfRangeException>("options.Normalizer", () => Run(SpansWith(new() { Normalizer = double.NaN })));
    }

    [Fact]
    public void A_sum_does_not_look_at_the_normalizer() =>
        Run(SpansWith(new() { Normalizer = double.NaN }), new RecordingLabelLoss { Reduction = Reduction.Sum });

    [Fact]
    public void Layouts_that_do_not_fit_are_refused()
    {
        RefuseLayout("A row stride (4) and an inner size (5) cannot be combined.", new() { Classes = 3, RowStride = 4, Inner = 5 });
        RefuseLayout("Rows at a stride of 4 need their classes named", new() { RowStride = 4 });
        RefuseLayout("The row stride 2 is smaller than the 3 classes of a row.", new() { Classes = 3, RowStride = 2 });
        RefuseLayout("5 samples are not a multiple of the inner size 2.", new() { Inner = 2 });
        Assert.StartsWith(
            "logits has 15 elements, which is not 5 samples of 3 classes at a stride of 4.",
            Assert.Throws<ArgumentException>("logits", () => Run(SpansWith(new() { Classes = 3, RowStride = 4 }))).Message);
    }

    private static void RefuseLayout(string message, BatchOptions<float> options)
    {
        // a lambda cannot hold options, which may live on the stack
        try
        {
            Run(SpansWith(options));
        }
        catch (ArgumentException exception)
        {
            Assert.Equal("options", exception.ParamName);
            Assert.StartsWith(message, exception.Message);
            return;
        }

        Assert.Fail("Nothing was refused: " + message);
    }

    private static void Refuse<TException>(string parameter, string message, BatchGoal goal, int destination, int upstream, int weights)
        where TException : ArgumentException
    {
        float[] written = Outcome<float>.Marked(destination);
        float[] gradient = Outcome<float>.Marked(15);
        var exception = Assert.Throws<TException>(parameter, () => Run(
            new BatchCall<float>
            {
                Input0 = Logits,
                Input1 = Scale,
                Label0 = Label,
                Gradient0 = gradient,
                Gradient1 = new float[5],
                Upstream = new float[upstream],
                Destination = written,
                Options = new() { SampleWeights = new float[weights] },
            },
            goal: goal));
        Assert.StartsWith(message, exception.Message);
        Assert.All(written.Concat(gradient), number => Assert.Equal(Outcome<float>.Untouched, number));
    }

    private static BatchCall<float> SpansWith(BatchOptions<float> options = default, int[]? label = null) => new()
    {
        Input0 = Logits,
        Input1 = Scale,
        Label0 = label ?? Label,
        Gradient0 = new float[15],
        Gradient1 = new float[5],
        Options = options,
    };

    private static BatchResult Run(scoped in BatchCall<float> spans, Loss? loss = null, BatchGoal goal = BatchGoal.ValueAndGradient) =>
        KernelRun<ScaledLabelKernel, Float512, float>.Run(
            loss ?? new RecordingLabelLoss(), ScaledLabelKernel.Shape(LabelRole.WeighsSample), default, goal, spans);

    private static void RunPair(int logits, int distribution, int classes, int optionsClasses) =>
        KernelRun<RowPairKernel, Float512, float>.Run(
            new PlainLoss(),
            RowPairKernel.Shape,
            default,
            BatchGoal.Value,
            new BatchCall<float>
            {
                Input0 = new float[logits],
                Input1 = new float[distribution],
                Classes = classes,
                Options = new() { Classes = optionsClasses },
            });
}
