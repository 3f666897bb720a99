namespace AutoDiffCE.Tests.Api;

// That these calls compile at all is half of what is tested.
public class OverloadResolutionTests
{
    private readonly RecordingLabelLoss loss = new();

    [Fact]
    public void Arrays_choose_by_their_element_type()
    {
        float[] singles = new float[6];
        double[] doubles = new double[6];
        int[] label = [0, 1];

        AssertChosen("Value label float", () => loss.Value(singles, label));
        AssertChosen("Value label double", () => loss.Value(doubles, label));
        AssertChosen("Value distribution float", () => loss.Value(singles, singles, 3));
        AssertChosen("Value distribution double", () => loss.Value(doubles, doubles, 3));
        AssertChosen("ValueAndGradient label float", () => loss.ValueAndGradient(singles, label, singles));
        AssertChosen("ValueAndGradient distribution double", () => loss.ValueAndGradient(doubles, doubles, 3, doubles));
        AssertChosen("Values label double", () => loss.Values(doubles, label, doubles));
        AssertChosen("Values distribution float", () => loss.Values(singles, singles, 3, singles));
        AssertChosen("ValuesAndGradient label float", () => loss.ValuesAndGradient(singles, label, singles, singles, singles));
        AssertChosen("ValuesAndGradient distribution double", () => loss.ValuesAndGradient(doubles, doubles, 3, doubles, doubles, doubles));
        AssertChosen("Backward label double", () => loss.Backward(doubles, label, doubles, doubles));
        AssertChosen("Backward distribution float", () => loss.Backward(singles, singles, 3, singles, singles));
        AssertChosen("Total label float", () => loss.Total(singles, label));
        AssertChosen("Total distribution double", () => loss.Total(doubles, doubles, 3));
    }

    [Fact]
    public void Spans_choose_by_their_element_type()
    {
        AssertChosen("ValueAndGradient label float", () =>
        {
            Span<float> logits = new float[6];
            Span<int> label = [0, 1];
            return loss.ValueAndGradient(logits, label, logits);
        });
        AssertChosen("ValueAndGradient label double", () =>
        {
            ReadOnlySpan<double> logits = new double[6];
            return loss.ValueAndGradient(logits, [0, 1], new double[6]);
        });
    }

    [Fact]
    public void Stack_memory_chooses_by_its_element_type()
    {
        AssertChosen("ValueAndGradient label float", () => loss.ValueAndGradient(stackalloc float[6], stackalloc int[2], stackalloc float[6]));
        AssertChosen("Value distribution double", () => loss.Value(stackalloc[] { 1.0, 2.0 }, stackalloc double[2], 2));
    }

    [Fact]
    public void Collection_expressions_choose_by_their_elements()
    {
        AssertChosen("Value label float", () => loss.Value([1f, 2f], [0]));
        AssertChosen("Value label double", () => loss.Value([1.0, 2.0], [0]));
        AssertChosen("Value distribution float", () => loss.Value([1f, 2f], [0.5f, 0.5f], 2));
        AssertChosen("Value distribution double", () => loss.Value([1.0, 2.0], [0.5, 0.5], 2));
        AssertChosen("Backward label double", () => loss.Backward([1.0, 2.0], [0], [1], new double[2]));
    }

    [Fact]
    public void Options_are_written_without_their_type()
    {
        float[] logits = new float[6];
        float[] weights = [1, 2];

        AssertChosen("Value label float", () => loss.Value(logits, [0, 1], new() { SampleWeights = weights, Classes = 3 }));
        AssertChosen("Value label float", () => loss.Value(logits, [0, 1], default));
        AssertChosen("Total distribution float", () => loss.Total(logits, logits, 3, new() { Normalizer = 7 }));
        AssertChosen("Value label float", () => loss.Value(logits, [0, 1], new() { SampleWeights = [0.5f, 1] }));
    }

    [Fact]
    public void Losses_of_predictions_and_targets_choose_likewise()
    {
        var pair = new RecordingRowLoss();
        pair.Value([1.0, 2.0], [1, 0]);
        Assert.Equal("Value double", pair.Chosen);
        pair.Backward([1f, 2f], [1, 0], [1, 1], new float[2]);
        Assert.Equal("Backward float", pair.Chosen);
        pair.ValueAndGradient(new float[4], new float[4], stackalloc float[4], new() { Classes = 2 });
        Assert.Equal("ValueAndGradient float", pair.Chosen);
        pair.Total(new double[4], new double[4], new() { Classes = 2 });
        Assert.Equal("Total double", pair.Chosen);
    }

    private void AssertChosen<T>(string expected, Func<T> call)
    {
        call();
        Assert.Equal(expected, loss.Chosen);
    }

    private void AssertChosen(string expected, Action call)
    {
        call();
        Assert.Equal(expected, loss.Chosen);
    }
}
