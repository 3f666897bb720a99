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
            .Select(static (model, _) => new GeneratedSource(model.HintName, LossEmitter.Emit(model)))
            .WithTrackingName(SourceStep);

        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));
    }
}
