using AutoDiffCE.Generators.Diagnostics;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators;

/// <summary>Gives every class marked <c>[Loss]</c> the members that evaluate its formula over a batch.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads a formula: what it gives is plain data.</summary>
    internal const string ModelStep = "Model";

    /// <summary>The name of the step that compiles it.</summary>
    internal const string SourceStep = "Source";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<LossModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.LossAttributeName, LossReader.IsCandidate, LossReader.Read)
            .WithTrackingName(ModelStep)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

        IncrementalValuesProvider<GeneratedSource> sources = models
            .Select(static (model, _) => Compile(model, LossEmitter.Emit))
            .WithTrackingName(SourceStep);

        context.RegisterSourceOutput(sources, Write);
    }

    /// <summary>The other part of a loss. One that the compiler gives up on must not take the others of a project along.</summary>
    internal static GeneratedSource Compile(LossModel model, Func<LossModel, string> emit)
    {
        try
        {
            return new GeneratedSource(model.HintName, emit(model), model.TypeName, null);
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException && model.Formula is not null)
        {
            return new GeneratedSource(model.HintName, emit(model with { Formula = null }), model.TypeName, failure.Message);
        }
    }

    private static void Write(SourceProductionContext output, GeneratedSource source)
    {
        output.AddSource(source.HintName, source.Text);
        // Known only after compiling, which is too slow for the analyzer: it has the name of the loss, not a place in the text.
        if (source.Failure is not null)
            output.ReportDiagnostic(Diagnostic.Create(Descriptors.NoKernel, Location.None, source.TypeName, source.Failure));
    }
}
