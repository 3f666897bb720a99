using System.Collections.Immutable;
using AutoDiffCE.Generators.Parsing;

namespace AutoDiffCE.Generators.Emission;

/// <summary>Writes what a member says of itself: the mathematics of its own kernel.</summary>
internal sealed class MemberDocumentation(SourceWriter writer, LossModel model, ImmutableArray<KernelVariant> variants)
{
    public void Write(MemberSignature member)
    {
        writer.Line(model.Shape is LossShape.Other or LossShape.Map ? "/// <summary>" + Summary(member.Name) + "</summary>" : "/// <inheritdoc/>");
        if (variants.IsEmpty)
            return;
        writer.Line("/// <remarks>");
        bool hasGradient = member.Name is "ValueAndGradient" or "ValuesAndGradient" or "Backward";
        foreach (KernelVariant variant in variants)
        {
            if (variants.Length > 1)
                writer.Line($"/// <para>Where <c>{DocumentationText.Escape(variant.Describe())}</c>:</para>");
            WriteMathematics(variant, hasGradient, member.TakesDistribution);
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
