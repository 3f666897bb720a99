using System.Collections.Immutable;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes the members that users call: for float and for double, with a label and with a distribution over labels.</summary>
internal sealed class MemberWriter(SourceWriter writer, LossModel model, ImmutableArray<KernelVariant> variants)
{
    private bool isFirst = true;

    private bool IsOverride => model.Shape is not (LossShape.Other or LossShape.Map);

    /// <summary>What members without a kernel throw.</summary>
    public static string Complaint(string typeName, string fault) => $"The formula of {typeName} has an error: {fault}";

    public void Write()
    {
        if (!variants.IsEmpty)
            Forwarding.Write(writer, model.Formula!.HyperParameters);
        foreach (MemberSignature member in MemberSignatures.Of(model.Shape, model.Inputs))
            WriteMember(member);
    }

    private void WriteSeparator()
    {
        if (!isFirst)
            writer.Line();
        isFirst = false;
    }

    private void WriteThrow()
    {
        string message = SymbolDisplay.FormatLiteral(Complaint(model.TypeName, model.Fault!), quote: true);
        writer.Line($"throw new global::System.InvalidOperationException({message});");
    }

    private void WriteMember(MemberSignature member)
    {
        WriteSeparator();
        WriteDocumentation(member.Name, member.TakesDistribution);
        string parameters = string.Join(", ", member.Parameters.Select(parameter => parameter.Type + " " + CSharpNames.Escape(member.NameOf(parameter))));
        writer.Line($"public {(IsOverride ? "override " : "")}{member.Returns} {member.Name}({parameters} = default)");
        writer.Open();
        if (variants.IsEmpty)
            WriteThrow();
        else if (member.TakesDistribution && HasExtraClasses)
            writer.Line($"throw new global::System.NotSupportedException(\"{NoDistribution}\");");
        else
            WriteCall(member);
        writer.Close();
    }

    private bool HasExtraClasses => model.Inputs.Any(input => input.ExtraClasses > 0);

    private string NoDistribution =>
        $"A label of {model.TypeName} can be a class that the row has no element for, so a distribution over its labels is no row of the batch.";

    private void WriteCall(MemberSignature member)
    {
        string batch = BatchName(member);
        string spans = string.Join(", ", member.Parameters.Select(parameter => parameter.Slot + " = " + CSharpNames.Escape(parameter.Name)));
        writer.Line($"global::AutoDiffCE.Batches.BatchSpans<{member.Precision}> {batch} = new() {{ {spans} }};");
        string prefix = member.Returns == "void" ? "" : "return ";
        bool maySmooth = model.Shape == LossShape.Label && !member.TakesDistribution;
        List<(string Condition, string Call)> choices = [];
        foreach (KernelVariant variant in variants)
        {
            string conditions = WriteConditions(variant);
            if (maySmooth)
            {
                string plain = (conditions.Length == 0 ? "" : conditions + " && ") + "base.LabelSmoothing == 0";
                choices.Add((plain, prefix + Drive(member.Name, variant.Kernels[0], batch)));
            }
            choices.Add((conditions, prefix + Drive(member.Name, Kernel(variant, member), batch)));
        }
        WriteChoice(choices);
    }

    private KernelSource Kernel(KernelVariant variant, MemberSignature member) => (model.Shape, member.Name) switch
    {
        (LossShape.Map, "Values") => variant.Kernels[0],
        (LossShape.Map, "Backward") => variant.Kernels[1],
        (LossShape.Map, _) => variant.Kernels[2],
        (LossShape.Label, _) => variant.Kernels[member.TakesDistribution ? 2 : 1],
        _ => variant.Kernels[0],
    };

    // What a local must not hide: the parameters of the member, and those of the class.
    private string BatchName(MemberSignature member)
    {
        HashSet<string> taken =
        [
            .. member.Parameters.Select(parameter => parameter.Name),
            .. model.Formula!.HyperParameters.Select(parameter => parameter.Spelling),
        ];
        string name = "batch";
        while (taken.Contains(name))
            name += "2";
        return name;
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

    private string Drive(string member, KernelSource kernel, string batch)
    {
        string entry = model.Shape == LossShape.Map ? "Map" : member == "Backward" ? "ValuesAndGradient" : member;
        string type = "global::AutoDiffCE.Batches.Generated." + kernel.Name;
        var names = new NameTable(kernel);
        string captured = string.Join(", ", kernel.HyperParameters.Select(parameter =>
            $"{names.Captured(parameter.Name)} = {parameter.Access}{(parameter.IsFlag ? " ? 1 : 0" : "")}"));
        string fields = captured.Length == 0 ? "" : " { " + captured + " }";
        return $"global::AutoDiffCE.Batches.BatchDriver.{entry}(this, {type}.Shape, new {type}(){fields}, {batch}{CapturedClasses(kernel)});";
    }

    // Where no input is a row, one that the loss captures tells the number of classes, which the others must have too.
    private static string CapturedClasses(KernelSource kernel)
    {
        HyperParameter? row = kernel.HyperParameters.Where(parameter => parameter.IsRow).OrderBy(row => row.IsOptional).FirstOrDefault();
        return row is null || kernel.RealInputs.Any(input => input.Kind == InputKind.Row)
            ? ""
            : $" with {{ Classes = global::AutoDiffCE.Batches.SharedRow.Classes(\"{row.Spelling}\", {row.Access}.Length) }}";
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
            if (!withDistribution || !HasExtraClasses)
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
}
