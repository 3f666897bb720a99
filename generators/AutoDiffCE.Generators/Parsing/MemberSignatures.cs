using System.Collections.Immutable;
using System.Globalization;
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

        MemberSignature Member(string returns, string name, params MemberParameter[] others) =>
            new(returns, name, precision, name, takesDistribution, [.. first, .. others, options]);

        yield return Member(precision, "Value");
        yield return Member(precision, "ValueAndGradient", gradients);
        yield return Member("void", "Values", destination);
        yield return Member("void", "ValuesAndGradient", [upstream, destination, .. gradients]);
        yield return Member("void", "Backward", [upstream, .. gradients]);
        yield return Member("global::AutoDiffCE.LossTotal", "Total");
    }

    // The row out takes the place of a gradient: by the first row where nothing flows back, by the upstream where something does.
    private static IEnumerable<MemberSignature> OfMap(string precision, IReadOnlyList<FormulaInput> inputs)
    {
        InputKind[] reals = [.. inputs.Select(input => input.Kind).Where(IsReal)];
        MemberParameter[] gradients = Gradients(precision, inputs);
        var upstream = new MemberParameter(ReadOnlySpan(precision), "upstream", "Input" + Number(reals.Length));

        MemberParameter Destination(int gradient) => new(Span(precision), "destination", "Gradient" + Number(gradient));

        MemberSignature Member(string name, string goal, params MemberParameter[] others) =>
            new("void", name, precision, goal, false, [.. Inputs(precision, inputs), .. others, Options(precision)]);

        yield return Member("Values", "Rows", Destination(Array.IndexOf(reals, InputKind.Row)));
        yield return Member("Backward", "RowsBackward", [upstream, .. gradients]);
        yield return Member("ValuesAndGradient", "RowsAndGradient", [upstream, Destination(reals.Length), .. gradients]);
    }

    private static MemberParameter[] Inputs(string precision, IReadOnlyList<FormulaInput> inputs)
    {
        int reals = 0, integers = 0;
        return [.. inputs.Select(input => IsReal(input.Kind)
            ? new MemberParameter(ReadOnlySpan(precision), input.Name, "Input" + Number(reals++), IsInput: true)
            : new MemberParameter(ReadOnlySpan("int"), input.Name, "Label" + Number(integers++), IsInput: true))];
    }

    private static MemberParameter[] Distribution(string precision, IReadOnlyList<FormulaInput> inputs) =>
    [
        new(ReadOnlySpan(precision), inputs[0].Name, "Input0", IsInput: true),
        new(ReadOnlySpan(precision), LiftedNames.LabelDistribution, "Input1"),
        new("int", "classes", "Classes"),
    ];

    private static MemberParameter[] Gradients(string precision, IReadOnlyList<FormulaInput> inputs) =>
    [
        .. inputs.Where(input => IsReal(input.Kind))
            .Select((input, position) => (Input: input, Position: position))
            .Where(real => real.Input.IsDifferentiable)
            .Select(real => new MemberParameter(Span(precision), real.Input.GradientName, "Gradient" + Number(real.Position))),
    ];

    private static MemberParameter Options(string precision) => new($"global::AutoDiffCE.BatchOptions<{precision}>", "options", "Options");

    private static bool IsReal(InputKind kind) => kind is InputKind.Row or InputKind.Scalar;

    private static string ReadOnlySpan(string element) => $"global::System.ReadOnlySpan<{element}>";

    private static string Span(string element) => $"global::System.Span<{element}>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
