using System.Numerics;
using System.Reflection;
using AutoDiffCE.Checking;
using AutoDiffCE.PublishedLosses.Cases;
using AutoDiffCE.PublishedLosses.Support;

namespace AutoDiffCE.PublishedLosses;

public class PublishedLossTests
{
    private static readonly Dictionary<string, LossCase> cases = AllCases.ToDictionary();

    public static TheoryData<string> Names { get; } = [.. cases.Keys];

    public static TheoryData<string> Differentiated { get; } = [.. cases.Keys.Sample(0)];

    public static TheoryData<string> Labeled { get; } = [.. Having(_ => true).Sample(1)];

    // A label with more classes than the row has elements takes no distribution.
    public static TheoryData<string> Distributed { get; } = [.. Having(published => published.Labels == published.Classes).Sample(2)];

    [Fact]
    public void Every_loss_has_a_case_and_every_case_a_reference()
    {
        Type[] losses = [.. typeof(PublishedLossTests).Assembly.GetTypes().Where(type => type.GetCustomAttribute<LossAttribute>() is not null)];
        Assert.Equal(losses.Select(loss => loss.Name).Order(), cases.Values.Select(one => one.New().GetType().Name).Distinct().Order());
        Assert.Equal(cases.Keys.Order(), Reference.All.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradient_are_those_of_the_paper(string name)
    {
        AssertReference<double>(cases[name].New(), Reference.All[name], 1e-9);
        AssertReference<float>(cases[name].New(), Reference.All[name], 2e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_is_that_of_the_formula_as_csharp(string name)
    {
        LossCase published = cases[name];
        Loss loss = published.New();
        foreach (Batch batch in published.Batches())
        {
            double expected = Enumerable.Range(0, batch.Samples).Average(sample => published.Formula(loss, batch, sample));
            AssertClose(expected, Member.ValueAndGradient<double>(loss, batch).Value, 1e-9, Math.Abs(expected));
        }
    }

    [Theory]
    [MemberData(nameof(Differentiated))]
    public void Gradients_agree_with_differences(string name)
    {
        LossCase published = cases[name];
        foreach (Batch batch in published.Batches())
        {
            BatchInput[] inputs = [.. batch.Numbers.Select(input => (BatchInput)input), .. batch.Integers.Select(input => (BatchInput)input)];
            new GradientCheck().Check(published.New(), inputs).Assert();
        }
    }

    [Theory]
    [MemberData(nameof(Labeled))]
    public void Gradients_agree_with_differences_under_smoothing_and_class_weights(string name)
    {
        LossCase published = cases[name];
        var loss = (LabelLoss)published.New();
        Set(loss, nameof(LabelLoss.LabelSmoothing), 0.25);
        Set(loss, nameof(LabelLoss.ClassWeights), new Row([.. Enumerable.Range(1, published.Labels).Select(c => c / 2.0)]));
        Batch batch = published.Batches().First();
        new GradientCheck().Check(loss, [batch.Numbers[0], batch.Integers[0]]).Assert();
    }

    [Theory]
    [MemberData(nameof(Distributed))]
    public void Gradients_agree_with_differences_under_a_label_distribution(string name)
    {
        LossCase published = cases[name];
        double[] logits = published.Batches().First().Numbers[0];
        double sum = published.Labels * (published.Labels + 1) / 2.0;
        double[] distribution = [.. Enumerable.Range(0, logits.Length).Select(i => (i % published.Labels + 1) / sum)];
        new GradientCheck().Check(published.New(), [logits, distribution]).Assert();
    }

    private static IEnumerable<string> Having(Func<LossCase, bool> condition) =>
        cases.Values.Where(published => published.New() is LabelLoss && condition(published)).Select(published => published.Name);

    // Options are set where a loss is made; here it has been made already, and nothing has seen it yet.
    private static void Set(Loss loss, string property, object value) => typeof(LabelLoss).GetProperty(property)!.SetValue(loss, value);

    private static void AssertReference<T>(Loss loss, Reference reference, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double value, double[][] gradients) = Member.ValueAndGradient<T>(loss, reference.Batch);
        AssertClose(reference.Value, value, tolerance, Math.Abs(reference.Value));
        Assert.Equal(reference.Gradients.Length, gradients.Length);
        for (int input = 0; input < gradients.Length; input++)
        {
            Assert.Equal(reference.Gradients[input].Length, gradients[input].Length);
            double size = reference.Gradients[input].Max(Math.Abs);
            for (int i = 0; i < gradients[input].Length; i++)
                AssertClose(reference.Gradients[input][i], gradients[input][i], tolerance, size);
        }
    }

    private static void AssertClose(double expected, double actual, double tolerance, double size) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * size, $"expected {expected:R}, and got {actual:R}");
}
