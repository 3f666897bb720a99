using System.Collections.Immutable;
using System.Globalization;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Labels;
using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes the members that users call: for float and for double, with a label and with a distribution over labels.</summary>
internal sealed class MemberWriter(SourceWriter writer, LossModel model, ImmutableArray<KernelVariant> variants)
{
    private static readonly string[] precisions = ["float", "double"];

    private bool isFirst = true;

    private readonly FormulaInput[] differentiable = [.. model.Inputs.Where(input => input.IsDifferentiable)];

    private bool IsOverride => model.Shape is not (LossShape.Other or LossShape.Map);

    public void Write()
    {
        foreach (string precision in precisions)
            WriteMembers(precision, withDistribution: false);
        if (model.Shape != LossShape.Label)
            return;
        foreach (string precision in precisions)
            WriteMembers(precision, withDistribution: true);
    }

    private void WriteMembers(string precision, bool withDistribution)
    {
        if (model.Shape == LossShape.Map)
        {
            WriteMapMembers(precision);
            return;
        }
        string inputs = withDistribution ? DistributionParameters(precision) : InputParameters(precision);
        string gradients = string.Concat(differentiable.Select(input => $"global::System.Span<{precision}> {GradientName(input)}, "));
        string options = $"global::AutoDiffCE.BatchOptions<{precision}> options = default";
        string upstream = $"global::System.ReadOnlySpan<{precision}> upstream, ";
        string destination = $"global::System.Span<{precision}> destination, ";

        WriteMember(precision, "Value", inputs + options, "", withDistribution);
        WriteMember(precision, "ValueAndGradient", inputs + gradients + options, Gradients(), withDistribution);
        WriteMember("void", "Values", inputs + destination + options, "Destination = destination, ", withDistribution, precision);
        WriteMember(
            "void",
            "ValuesAndGradient",
            inputs + upstream + destination + gradients + options,
            "Upstream = upstream, Destination = destination, " + Gradients(),
            withDistribution,
            precision);
        WriteMember("void", "Backward", inputs + upstream + gradients + options, "Upstream = upstream, " + Gradients(), withDistribution, precision);
        WriteMember("global::AutoDiffCE.LossTotal", "Total", inputs + options, "", withDistribution, precision);
    }

    // The row out takes the place of a gradient: by the first row where nothing flows back, by the upstream where something does.
    private void WriteMapMembers(string precision)
    {
        string inputs = InputParameters(precision);
        string gradients = string.Concat(differentiable.Select(input => $"global::System.Span<{precision}> {input.GradientName}, "));
        string options = $"global::AutoDiffCE.BatchOptions<{precision}> options = default";
        string upstream = $"global::System.ReadOnlySpan<{precision}> upstream, ";
        string destination = $"global::System.Span<{precision}> destination, ";
        InputKind[] reals = [.. model.Inputs.Select(input => input.Kind).Where(kind => kind is InputKind.Row or InputKind.Scalar)];
        string last = Number(reals.Length);

        WriteMapMember(precision, "Values", inputs + destination + options, 0, $"Gradient{Number(Array.IndexOf(reals, InputKind.Row))} = destination, ");
        WriteMapMember(precision, "Backward", inputs + upstream + gradients + options, 1, $"Input{last} = upstream, {Gradients()}");
        WriteMapMember(
            precision,
            "ValuesAndGradient",
            inputs + upstream + destination + gradients + options,
            2,
            $"Input{last} = upstream, {Gradients()}Gradient{last} = destination, ");
    }

    private void WriteMapMember(string precision, string name, string parameters, int kernel, string spans)
    {
        WriteSeparator();
        WriteDocumentation(name, withDistribution: false);
        writer.Line($"public void {name}({parameters})");
        writer.Open();
        if (variants.IsEmpty)
        {
            WriteThrow();
        }
        else
        {
            writer.Line($"var batch = new global::AutoDiffCE.Batches.BatchSpans<{precision}> {{ {Inputs()}{spans}Options = options }};");
            WriteChoice([.. variants.Select(variant => (WriteConditions(variant), Drive("Map", variant.Kernels[kernel])))]);
        }
        writer.Close();
    }

    private void WriteSeparator()
    {
        if (!isFirst)
            writer.Line();
        isFirst = false;
    }

    private void WriteThrow() =>
        writer.Line($"throw new global::System.InvalidOperationException(\"The formula of {model.TypeName} has an error, which the build reports.\");");

    private void WriteMember(string returns, string name, string parameters, string outputs, bool withDistribution, string? precision = null)
    {
        precision ??= returns;
        WriteSeparator();
        WriteDocumentation(name, withDistribution);
        string modifier = IsOverride ? "public override" : "public";
        writer.Line($"{modifier} {returns} {name}({parameters})");
        writer.Open();
        if (model.Formula is null)
            WriteThrow();
        else
            WriteCall(returns, name, outputs, withDistribution, precision);
        writer.Close();
    }

    private void WriteCall(string returns, string name, string outputs, bool withDistribution, string precision)
    {
        string inputs = withDistribution ? DistributionInputs() : Inputs();
        writer.Line($"var batch = new global::AutoDiffCE.Batches.BatchSpans<{precision}> {{ {inputs}{outputs}Options = options }};");
        string prefix = returns == "void" ? "" : "return ";
        List<(string Condition, string Call)> choices = [];
        foreach (KernelVariant variant in variants)
        {
            string conditions = WriteConditions(variant);
            bool maySmooth = model.Shape == LossShape.Label && !withDistribution;
            if (maySmooth)
                choices.Add(((conditions.Length == 0 ? "" : conditions + " && ") + "this.LabelSmoothing == 0", prefix + Drive(name, variant.Kernels[0])));
            choices.Add((conditions, prefix + Drive(name, variant.Kernels[maySmooth ? 1 : withDistribution ? 2 : 0])));
        }
        WriteChoice(choices);
    }

    private string WriteConditions(KernelVariant variant) => variant.Write(model.Formula!.HyperParameters);

    // The last needs no condition: one of them holds.
    private void WriteChoice(IReadOnlyList<(string Condition, string Call)> choices)
    {
        for (int choice = 0; choice < choices.Count - 1; choice++)
        {
            writer.Line($"{(choice == 0 ? "" : "else ")}if ({choices[choice].Condition})");
            writer.Line("    " + choices[choice].Call);
        }
        if (choices.Count > 1)
            writer.Line("else");
        writer.Line((choices.Count > 1 ? "    " : "") + choices[choices.Count - 1].Call);
    }

    private static string Drive(string member, KernelSource kernel)
    {
        string entry = member == "Backward" ? "ValuesAndGradient" : member;
        string type = "global::AutoDiffCE.Batches.Generated." + kernel.Name;
        string captured = string.Join(", ", kernel.HyperParameters.Select(parameter =>
            $"{NameTable.Identifier(parameter.Name)} = {parameter.Access}{(parameter.IsFlag ? " ? 1 : 0" : "")}"));
        string fields = captured.Length == 0 ? "" : " { " + captured + " }";
        return $"global::AutoDiffCE.Batches.BatchDriver.{entry}(this, {type}.Shape, new {type}(){fields}, batch);";
    }

    private void WriteDocumentation(string name, bool withDistribution)
    {
        if (IsOverride)
        {
            writer.Line("/// <inheritdoc/>");
        }
        else
        {
            writer.Line("/// <summary>" + Summary(name) + "</summary>");
        }
        if (variants.IsEmpty)
            return;
        writer.Line("/// <remarks>");
        bool hasGradient = name is "ValueAndGradient" or "ValuesAndGradient" or "Backward";
        foreach (KernelVariant variant in variants)
        {
            if (variants.Length > 1)
                writer.Line($"/// <para>Where <c>{DocumentationText.Escape(variant.Describe())}</c>:</para>");
            WriteMathematics(variant, hasGradient, withDistribution);
        }
        writer.Line("/// </remarks>");
    }

    // The mathematics of the kernel that the member runs; of the one for a smoothed label, what it makes of the other.
    private void WriteMathematics(KernelVariant variant, bool hasGradient, bool withDistribution)
    {
        KernelSource kernel = variant.Kernels[withDistribution ? 2 : 0];
        bool maySmooth = model.Shape == LossShape.Label && !withDistribution;
        if (maySmooth)
            writer.Line("/// <para>Where <c>LabelSmoothing</c> is 0:</para>");
        foreach (string line in hasGradient ? kernel.Notes.ValueAndGradient : kernel.Notes.ValueAlone)
            writer.Line("/// <para><c>" + DocumentationText.Escape(line) + "</c></para>");
        WriteOrder(kernel, hasGradient);
        if (!maySmooth)
            return;
        writer.Line("/// <para>Elsewhere its mean over labels, (1 − LabelSmoothing) at the label and LabelSmoothing / classes everywhere, "
            + "class weights included.</para>");
        if (KernelCost.Order(variant.Kernels[1].Values) > KernelCost.Order(kernel.Values))
            WriteOrder(variant.Kernels[1], hasGradient);
    }

    private void WriteOrder(KernelSource kernel, bool hasGradient)
    {
        int order = model.Shape == LossShape.Map || hasGradient ? KernelCost.Order(kernel.ValuesAndGradient) : KernelCost.Order(kernel.Values);
        if (order > 1)
            writer.Line($"/// <para>It costs {KernelCost.WriteOrder(order)} per sample.</para>");
    }

    private string Summary(string name) => name switch
    {
        "Values" when model.Shape == LossShape.Map => "A row for each sample.",
        "ValuesAndGradient" when model.Shape == LossShape.Map => "A row for each sample, and the gradient of Σ upstream · row.",
        "Backward" when model.Shape == LossShape.Map => "The gradient of Σ upstream · row, for one upstream row per sample.",
        "Value" => "The loss of the batch, reduced.",
        "ValueAndGradient" => "The loss of the batch, reduced, and its gradient.",
        "Values" => "The loss of each sample, times its weight.",
        "ValuesAndGradient" => "The loss of each sample, and the gradient for one upstream per sample.",
        "Backward" => "The gradient for one upstream per sample.",
        _ => "The weighted sum over the batch and its normalizer.",
    };

    private string InputParameters(string precision) => string.Concat(model.Inputs.Select(input =>
        $"global::System.ReadOnlySpan<{(input.Kind is InputKind.Row or InputKind.Scalar ? precision : "int")}> {NameTable.Identifier(input.Name)}, "));

    private string DistributionParameters(string precision) =>
        $"global::System.ReadOnlySpan<{precision}> {NameTable.Identifier(model.Inputs[0].Name)}, "
        + $"global::System.ReadOnlySpan<{precision}> {LiftedNames.LabelDistribution}, int classes, ";

    private string Inputs()
    {
        int reals = 0;
        int integers = 0;
        return string.Concat(model.Inputs.Select(input => input.Kind is InputKind.Row or InputKind.Scalar
            ? $"Input{Number(reals++)} = {NameTable.Identifier(input.Name)}, "
            : $"Label{Number(integers++)} = {NameTable.Identifier(input.Name)}, "));
    }

    private string DistributionInputs() =>
        $"Input0 = {NameTable.Identifier(model.Inputs[0].Name)}, Input1 = {LiftedNames.LabelDistribution}, Classes = classes, ";

    private string Gradients()
    {
        int reals = 0;
        string text = "";
        foreach (FormulaInput input in model.Inputs.Where(input => input.Kind is InputKind.Row or InputKind.Scalar))
        {
            if (input.IsDifferentiable)
                text += $"Gradient{Number(reals)} = {GradientName(input)}, ";
            reals++;
        }
        return text;
    }

    private static string GradientName(FormulaInput input) => input.GradientName;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
