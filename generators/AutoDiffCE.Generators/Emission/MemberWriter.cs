using System.Collections.Immutable;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffCE.Generators.Emission;

/// <summary>
/// Writes the members of a loss. Those of a shape belong to its base class, and what is written here has their mathematics for whoever hovers over them; a
/// loss of no shape has members of its own. All of them come to one method for each precision, which chooses the kernel.
/// </summary>
internal sealed class MemberWriter(SourceWriter writer, LossModel model, ImmutableArray<CompiledVariant> variants)
{
    private readonly MemberDocumentation documentation = new(writer, model, variants);
    private bool isFirst = true;

    /// <summary>What members without a kernel throw.</summary>
    public static string Complaint(string typeName, string fault) => $"The formula of {typeName} has an error: {fault}";

    public void Write()
    {
        bool hasShape = model.Shape is not (LossShape.Other or LossShape.Map);
        foreach (MemberSignature member in MemberSignatures.Of(model.Shape, model.Inputs).Where(member => !hasShape || IsDocumented(member)))
        {
            WriteSeparator();
            documentation.Write(member);
            if (hasShape)
                WriteOverride(member);
            else
                WriteMember(member);
        }
        foreach (string precision in hasShape || !variants.IsEmpty ? MemberSignatures.Precisions : [])
            WriteChoice(precision);
    }

    // What users call most, where there is something to say of the kernel that it runs.
    private bool IsDocumented(MemberSignature member) =>
        member.Name is "Value" or "ValueAndGradient" && !variants.IsEmpty && !(member.TakesDistribution && variants[0].Loss is LabelLoss { Distribution: null });

    private void WriteSeparator()
    {
        if (!isFirst)
            writer.Line();
        isFirst = false;
    }

    private void WriteOverride(MemberSignature member)
    {
        string arguments = string.Join(", ", member.Parameters.Select(parameter => CSharpNames.Escape(member.NameOf(parameter))));
        writer.Line($"public override {member.Returns} {member.Name}({Parameters(member)} = default) =>");
        writer.Line($"    base.{member.Name}({arguments});");
    }

    private void WriteMember(MemberSignature member)
    {
        writer.Line($"public {member.Returns} {member.Name}({Parameters(member)} = default) =>");
        if (variants.IsEmpty)
        {
            writer.Line("    " + Throw + ";");
            return;
        }
        string spans = string.Join(", ", member.Parameters.Select(parameter => parameter.Slot + " = " + CSharpNames.Escape(parameter.Name)));
        string call = $"this.RunKernel(new global::AutoDiffCE.Batches.BatchCall<{member.Precision}> {{ Goal = {KernelChoice.Goal(member.Goal)}, {spans} }})";
        writer.Line("    " + member.Name switch
        {
            "Value" or "ValueAndGradient" => (member.Precision == "float" ? "(float)" : "") + call + ".Reduce(this);",
            "Total" => call + ".ToTotal();",
            _ => call + ";",
        });
    }

    private void WriteChoice(string precision)
    {
        WriteSeparator();
        CapturedValues? values = variants.IsEmpty ? null : new CapturedValues(model.Formula!, variants[0].Guards, isChosen: variants.Length > 1);
        string call = values?.Call ?? "call";
        string signature = $"protected override global::AutoDiffCE.Batches.BatchResult RunKernel(scoped in global::AutoDiffCE.Batches.BatchCall<{precision}> {call})";
        if (values is null)
        {
            writer.Line(signature + " =>");
            writer.Line("    " + Throw + ";");
            return;
        }
        // Compiled once and well, so that what it hands on to is part of it.
        writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        new KernelChoice(model, values).Write(writer, signature, variants);
    }

    private string Throw =>
        $"throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(Complaint(model.TypeName, model.Fault!), quote: true)})";

    private static string Parameters(MemberSignature member) =>
        string.Join(", ", member.Parameters.Select(parameter => parameter.Type + " " + CSharpNames.Escape(member.NameOf(parameter))));
}
