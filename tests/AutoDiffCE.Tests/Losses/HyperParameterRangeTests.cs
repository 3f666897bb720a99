using System.Reflection;
using AutoDiffCE.Losses;

namespace AutoDiffCE.Tests.Losses;

/// <summary>What the hyper-parameters of the ready-made losses may be.</summary>
public class HyperParameterRangeTests
{
    private const double Infinity = double.PositiveInfinity;

    // The least and the most that each may be; −∞ and ∞ stand for every finite number, and what is not open is the first that may not be.
    private static readonly Dictionary<string, (double Least, double Most, bool IsOpen)> ranges = new()
    {
        ["HuberLoss.delta"] = (0, Infinity, true),
        ["SmoothL1Loss.beta"] = (0, Infinity, false),
        ["QuantileLoss.quantile"] = (0, 1, false),
        ["HingeLoss.margin"] = (-Infinity, Infinity, false),
        ["SquaredHingeLoss.margin"] = (-Infinity, Infinity, false),
        ["HingeEmbeddingLoss.margin"] = (-Infinity, Infinity, false),
        ["MarginRankingLoss.margin"] = (-Infinity, Infinity, false),
        ["MultiMarginLoss.margin"] = (-Infinity, Infinity, false),
        ["CosineEmbeddingLoss.margin"] = (-1, 1, false),
        ["BinaryCrossEntropyWithLogitsLoss.positiveWeight"] = (0, Infinity, false),
        ["SigmoidFocalLoss.alpha"] = (0, 1, false),
        ["SigmoidFocalLoss.gamma"] = (0, Infinity, false),
        ["SoftmaxFocalLoss.gamma"] = (0, Infinity, false),
        ["GaussianNegativeLogLikelihoodLoss.epsilon"] = (0, Infinity, true),
        ["PoissonNegativeLogLikelihoodLoss.epsilon"] = (0, Infinity, false),
        ["TripletMarginLoss.margin"] = (0, Infinity, true),
        ["TripletMarginLoss.epsilon"] = (0, Infinity, false),
        ["TripletMarginPowerLoss.p"] = (1, Infinity, false),
        ["TripletMarginPowerLoss.margin"] = (0, Infinity, true),
        ["TripletMarginPowerLoss.epsilon"] = (0, Infinity, true),
    };

    private static IEnumerable<ParameterInfo> Numbers => typeof(CrossEntropyLoss).Assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(Loss)))
        .SelectMany(type => type.GetConstructors().Single().GetParameters())
        .Where(parameter => parameter.ParameterType == typeof(double));

    public static TheoryData<string> Names => [.. Numbers.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hyper_parameter_outside_its_range_is_refused_by_name_when_the_loss_is_made(string name)
    {
        ParameterInfo parameter = Numbers.Single(parameter => NameOf(parameter) == name);
        (double least, double most, bool isOpen) = ranges[name];
        foreach (double inside in Inside(least, most, isOpen))
            Make(parameter, inside);
        foreach (double outside in Outside(least, most, isOpen).Append(double.NaN).Append(Infinity).Append(-Infinity))
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => Make(parameter, outside));
            Assert.Equal(parameter.Name, refused.ParamName);
            Assert.Equal(outside, refused.ActualValue);
            Assert.Contains(parameter.Name + " must be a ", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_negative_delta_and_a_quantile_in_percent_say_what_they_must_be()
    {
        string delta = Assert.Throws<ArgumentOutOfRangeException>(() => new HuberLoss(-1)).Message;
        Assert.StartsWith("delta must be a finite number above 0.", delta, StringComparison.Ordinal);
        string quantile = Assert.Throws<ArgumentOutOfRangeException>(() => new QuantileLoss(90)).Message;
        Assert.StartsWith("quantile must be a number from 0 to 1.", quantile, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alpha_of_minus_one_is_no_weights_and_no_other_negative_one_is()
    {
        Assert.Equal(new SigmoidFocalLoss(-1, 0).Formula(0.5, 1), new BinaryCrossEntropyWithLogitsLoss().Formula(0.5, 1), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SigmoidFocalLoss(-0.5));
    }

    [Fact]
    public void Weights_of_classes_are_finite_and_not_negative()
    {
        _ = new MultiLabelSoftMarginLoss([0, 1, 2.5]);
        foreach (double weight in new[] { -1, double.NaN, Infinity })
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => new MultiLabelSoftMarginLoss([1, weight]));
            Assert.Equal("weights", refused.ParamName);
            Assert.StartsWith("The weight of class 1 must be a finite number of at least 0.", refused.Message, StringComparison.Ordinal);
        }
    }

    private static string NameOf(ParameterInfo parameter) => $"{parameter.Member.DeclaringType!.Name}.{parameter.Name}";

    private static double[] Inside(double least, double most, bool isOpen) =>
    [
        isOpen ? Math.BitIncrement(least) : double.IsFinite(least) ? least : -double.MaxValue,
        double.IsFinite(most) ? most : double.MaxValue,
    ];

    private static IEnumerable<double> Outside(double least, double most, bool isOpen)
    {
        if (isOpen)
            yield return least;
        if (double.IsFinite(least))
            yield return Math.BitDecrement(least);
        if (double.IsFinite(most))
            yield return Math.BitIncrement(most);
    }

    private static void Make(ParameterInfo parameter, double value)
    {
        var constructor = (ConstructorInfo)parameter.Member;
        object?[] arguments = [.. constructor.GetParameters().Select(other =>
            other.Position == parameter.Position ? value : other.HasDefaultValue ? other.DefaultValue : 2.0)];
        try
        {
            constructor.Invoke(arguments);
        }
        catch (TargetInvocationException failure)
        {
            throw failure.InnerException!;
        }
    }
}
