using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Batches;
using AutoDiffCE.Generators.Formulas;

namespace AutoDiffCE.Generators.Parsing;

/// <summary>What members a loss gets: for float and for double, with a label and with a distribution over labels.</summary>
internal static class MemberSignatures
{
    /// <summary>The precisions of members, as C# names them.</summary>
    public static ImmutableArray<string> Precisions { get; } = ["float", "double"];

    public static ImmutableArray<MemberSignature> Of(LossShape shape, IReadOnlyList<FormulaInput> inputs)
    {
        if (shape == LossShape.Map)
            return [.. Precisions.SelectMany(precision => OfMap(precision, inputs))];
        IEnumerable<MemberSignature> members = Precisions.SelectMany(precision => OfLoss(precision, inputs, takesDistribution: false));
        return shape == LossShape.Label
            ? [.. members, .. Precisions.SelectMany(precision => OfLoss(precision, inputs, takesDistribution: true))]
            : [.. members];
    }

    private static IEnumerable<MemberSignature> OfLoss(string precision, IReadOnlyList<FormulaInput> inputs, bool takesDistribution)
    {
        MemberParameter[] first = takesDistribution ? Distribution(precision, inputs) : Inputs(precision, inputs);
        MemberParameter[] gradients = Gradients(precision, inputs);
        MemberParameter options = Options(precision);
        var upstream = new MemberParameter(ReadOnlySpan(precision), "upstream", "Upstream");
        var destination = new MemberParameter(Span(precision), "destination", "Destination");

        MemberSignature Member(string returns, BatchGoal goal, params MemberParameter[] others) =>
            new(returns, goal.ToString(), precision, goal, takesDistribution, [.. first, .. others, options]);

        yield return Member(precision, BatchGoal.Value);
        yield return Member(precision, BatchGoal.ValueAndGradient, gradients);
        yield return Member("void", BatchGoal.Values, destination);
        yield return Member("void", BatchGoal.ValuesAndGradient, [upstream, destination, .. gradients]);
        yield return Member("void", BatchGoal.Backward, [upstream, .. gradients]);
        yield return Member("global::AutoDiffCE.LossTotal", BatchGoal.Total);
    }

    // The row out takes the place of a gradient: by the first row where nothing flows back, by the upstream where something does.
    private static IEnumerable<MemberSignature> OfMap(string precision, IReadOnlyList<FormulaInput> inputs)
    {
        FormulaInput[] reals = [.. inputs.Where(input => input.Kind.IsReal)];
        MemberParameter[] gradients = Gradients(precision, inputs);
        var upstream = new MemberParameter(ReadOnlySpan(precision), "upstream", "Input" + Number(reals.Length));

        MemberParameter Destination(int gradient) => new(Span(precision), "destination", "Gradient" + Number(gradient));

        MemberSignature Member(string name, BatchGoal goal, params MemberParameter[] others) =>
            new("void", name, precision, goal, false, [.. Inputs(precision, inputs), .. others, Options(precision)]);

        yield return Member("Values", BatchGoal.Rows, Destination(Array.FindIndex(reals, input => input.Kind.IsRow)));
        yield return Member("Backward", BatchGoal.RowsBackward, [upstream, .. gradients]);
        yield return Member("ValuesAndGradient", BatchGoal.RowsAndGradient, [upstream, Destination(reals.Length), .. gradients]);
    }

    private static MemberParameter[] Inputs(string precision, IReadOnlyList<FormulaInput> inputs)
    {
        Dictionary<string, int> taken = new(StringComparer.Ordinal);
        string Slot(InputKind kind)
        {
            taken.TryGetValue(kind.Slot, out int number);
            taken[kind.Slot] = number + 1;
            return kind.Slot + Number(number);
        }
        return [.. inputs.Select(input => new MemberParameter(
            ReadOnlySpan(input.Kind.IsReal ? precision : "int"), input.Name, Slot(input.Kind), IsInput: true))];
    }

    private static MemberParameter[] Distribution(string precision, IReadOnlyList<FormulaInput> inputs) =>
    [
        new(ReadOnlySpan(precision), inputs[0].Name, "Input0", IsInput: true),
        new(ReadOnlySpan(precision), LiftedNames.LabelDistribution, "Input1"),
        new("int", "classes", "Classes"),
    ];

    private static MemberParameter[] Gradients(string precision, IReadOnlyList<FormulaInput> inputs) =>
    [
        .. inputs.Where(input => input.Kind.IsReal)
            .Select((input, position) => (Input: input, Position: position))
            .Where(real => real.Input.IsDifferentiable)
            .Select(real => new MemberParameter(Span(precision), real.Input.GradientName, "Gradient" + Number(real.Position))),
    ];

    private static MemberParameter Options(string precision) => new($"global::AutoDiffCE.BatchOptions<{precision}>", "options", "Options");

    private static string ReadOnlySpan(string element) => $"global::System.ReadOnlySpan<{element}>";

    private static string Span(string element) => $"global::System.Span<{element}>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
