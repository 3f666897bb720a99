using System.Collections.Immutable;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes what a member says of itself: the mathematics of its own kernel.</summary>
internal sealed class MemberDocumentation(SourceWriter writer, LossModel model, ImmutableArray<CompiledVariant> variants)
{
    public void Write(MemberSignature member)
    {
        writer.Line(model.Shape is LossShape.Other or LossShape.Map ? "/// <summary>" + Summary(member.Name) + "</summary>" : "/// <inheritdoc/>");
        if (variants.IsEmpty)
            return;
        writer.Line("/// <remarks>");
        bool hasGradient = member.Name is "ValueAndGradient" or "ValuesAndGradient" or "Backward";
        foreach (CompiledVariant variant in variants)
        {
            if (variants.Length > 1)
                writer.Line($"/// <para>Where <c>{DocumentationText.Escape(variant.Description)}</c>:</para>");
            WriteMathematics(variant.Loss, hasGradient, member.TakesDistribution);
        }
        writer.Line("/// </remarks>");
    }

    // The mathematics of the kernel that the member runs; of the one for a smoothed label, what it makes of the other.
    private void WriteMathematics(CompiledLoss loss, bool hasGradient, bool withDistribution)
    {
        var label = loss as LabelLoss;
        bool maySmooth = label is not null && !withDistribution;
        CompiledKernel kernel = withDistribution ? label!.Distribution! : loss.Main;
        if (maySmooth)
            writer.Line("/// <para>Where <c>LabelSmoothing</c> is 0:</para>");
        foreach (string line in hasGradient ? kernel.Notes.ValueAndGradient : kernel.Notes.ValueAlone)
            writer.Line("/// <para><c>" + DocumentationText.Escape(line) + "</c></para>");
        WriteOrder(kernel, hasGradient);
        if (!maySmooth)
            return;
        writer.Line("/// <para>Elsewhere its mean over labels, (1 − LabelSmoothing) at the label and LabelSmoothing / classes everywhere, "
            + "class weights included.</para>");
        if (KernelCost.Order(label!.Smoothed.Values) > KernelCost.Order(kernel.Values))
            WriteOrder(label.Smoothed, hasGradient);
    }

    private void WriteOrder(CompiledKernel kernel, bool hasGradient)
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
