namespace AutoDiffCE.Tests.Support;

/// <summary>A loss, and what its generated members are compared with: the formula, called as the C# that it is.</summary>
internal sealed record LossCase
{
    /// <summary>For the messages of failing tests.</summary>
    public required string Name { get; init; }

    /// <summary>The loss.</summary>
    public required Loss Loss { get; init; }

    /// <summary>Its members: an <see cref="ILossMembers{T}"/> for float and for double.</summary>
    public required object Members { get; init; }

    /// <summary>Its floating-point inputs.</summary>
    public required InputShape[] Inputs { get; init; }

    /// <summary>How many values the integer of a sample may have: the classes for a label; 0 where there is no integer.</summary>
    public required int Labels { get; init; }

    /// <summary>The loss of one sample, from its numbers and its integer.</summary>
    public required Func<double[][], int, double> Formula { get; init; }

    /// <summary>The elements of a row; 1 where there is none.</summary>
    public required int Classes { get; init; }

    public bool HasRow => Inputs.Any(input => input.IsRow);

    public ILossMembers<T> MembersOf<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => (ILossMembers<T>)Members;

    public int LengthOf(int input) => Inputs[input].IsRow ? Classes : 1;

    public static LossCase Of(LabelLoss loss, Func<Row, int, double> formula, int classes) => new()
    {
        Name = loss.GetType().Name,
        Loss = loss,
        Members = new LabelMembers(loss),
        Inputs = [InputShape.Row],
        Labels = classes,
        Formula = (inputs, label) => formula(inputs[0], label),
        Classes = classes,
    };

    /// <summary>The same loss with a distribution in place of the label: the mean of the formula under it.</summary>
    public static LossCase OfDistribution(LabelLoss loss, Func<Row, int, double> formula, int classes) => new()
    {
        Name = loss.GetType().Name + " with a distribution",
        Loss = loss,
        Members = new DistributionMembers(loss),
        Inputs = [InputShape.Row, InputShape.Row.Fixed(Domain.Share)],
        Labels = 0,
        Formula = (inputs, _) => inputs[1].Select((probability, c) => probability == 0 ? 0 : probability * formula(inputs[0], c)).Sum(),
        Classes = classes,
    };

    public static LossCase Of(
        ElementwiseLoss loss, Func<double, double, double> formula, Domain target = Domain.Real, Domain prediction = Domain.Real) => new()
        {
            Name = loss.GetType().Name,
            Loss = loss,
            Members = new TargetMembers(loss),
            Inputs = [InputShape.Scalar with { Domain = prediction }, InputShape.Scalar.Fixed(target)],
            Labels = 0,
            Formula = (inputs, _) => formula(inputs[0][0], inputs[1][0]),
            Classes = 1,
        };

    public static LossCase Of(RowLoss loss, Func<Row, Row, double> formula, int classes, Domain target = Domain.Real) => new()
    {
        Name = loss.GetType().Name,
        Loss = loss,
        Members = new TargetMembers(loss),
        Inputs = [InputShape.Row, InputShape.Row.Fixed(target)],
        Labels = 0,
        Formula = (inputs, _) => formula(inputs[0], inputs[1]),
        Classes = classes,
    };
}
