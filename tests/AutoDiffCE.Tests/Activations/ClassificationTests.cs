using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Activations;

public class ClassificationTests
{
    private static readonly float[] logits = [1, 3, 2, 5, 5, 4, -1, -3, -2, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity];

    [Fact]
    public void The_first_of_the_largest_logits_is_the_answer()
    {
        int[] answers = new int[4];
        Classification.ArgMax(logits, 3, answers);
        Assert.Equal([1, 0, 0, 0], answers);

        Classification.ArgMax([.. logits.Select(logit => (double)logit)], 3, answers);
        Assert.Equal([1, 0, 0, 0], answers);
    }

    [Fact]
    public void NaN_counts_as_the_largest_and_the_first_of_them_wins()
    {
        int[] answers = new int[2];
        Classification.ArgMax([double.PositiveInfinity, double.NaN, double.NaN, 1, 2, double.NaN], 3, answers);
        Assert.Equal([1, 2], answers);
    }

    [Fact]
    public void Accuracy_counts_the_samples_that_are_not_ignored()
    {
        Assert.Equal(0.75, Classification.Accuracy(logits, [1, 0, 0, 2]));
        Assert.Equal(2.0 / 3, Classification.Accuracy(logits, [1, -100, 0, 2]));
        Assert.Equal(0.5, Classification.Accuracy([.. logits.Select(logit => (double)logit)], [1, 1, -1, -1], ignoreIndex: -1));
        Assert.Equal(double.NaN, Classification.Accuracy(logits, [-100, -100, -100, -100]));
        Assert.Equal(double.NaN, Classification.Accuracy(Array.Empty<float>(), []));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_named_with_both_numbers()
    {
        AssertError<ArgumentException>("logits", "logits has 12 elements, which is not a multiple of 5 classes.",
            () => Classification.ArgMax(logits, 5, new int[2]));
        AssertError<ArgumentException>("destination", "destination has 3 elements, which is not one for each of 4 samples.",
            () => Classification.ArgMax(logits, 3, new int[3]));
        AssertError<ArgumentOutOfRangeException>("classes", "classes", () => Classification.ArgMax(logits, 0, new int[3]));
        AssertError<ArgumentException>("logits", "logits has 12 elements, which is not a multiple of the 5 samples that label has.",
            () => Classification.Accuracy(logits, new int[5]));
        AssertError<ArgumentException>("logits", "logits has 12 elements", () => Classification.Accuracy(logits, []));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void A_label_that_is_no_class_is_named_with_its_sample(int label) => AssertError<ArgumentOutOfRangeException>(
        "label", $"The label of sample 2 is {label}, which is not one of the 3 classes.", () => Classification.Accuracy(logits, [0, 1, label, 2]));

    private static void AssertError<TException>(string parameter, string message, Action call)
        where TException : ArgumentException
    {
        TException error = Assert.Throws<TException>(call);
        Assert.Equal(parameter, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
