using System.Collections.Immutable;
using AutoDiffCE.Generators.Compiler;
using AutoDiffCE.Generators.Emission;
using AutoDiffCE.Generators.Formulas;
using AutoDiffCE.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AutoDiffCE.Generators;

/// <summary>
/// Gives every class marked <c>[Loss]</c> the members that evaluate its formula over a batch, and reports what keeps it from that. A generator runs in
/// every build, an analyzer in those that do not skip it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    private readonly Func<LossModel, string> compileAndEmit;

    /// <summary>The generator.</summary>
    public LossGenerator()
        : this(static model => LossEmitter.Emit(model, LossCompiler.Compile(model)))
    {
    }

    /// <summary>A generator with a compiler of somebody else's, which may fail where ours does not.</summary>
    internal LossGenerator(Func<LossModel, string> compileAndEmit) => this.compileAndEmit = compileAndEmit;

    /// <summary>The name of the step that reads a formula: what it gives is plain data.</summary>
    internal const string ModelStep = "Model";

    /// <summary>The name of the step that compiles it.</summary>
    internal const string SourceStep = "Source";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedLoss> losses = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.LossAttributeName, LossReader.IsCandidate, LossReader.Read)
            .Where(static loss => loss is not null)
            .Select(static (loss, _) => loss!);

        // What is generated depends on plain data alone.
        IncrementalValuesProvider<GeneratedSource> sources = losses
            .Select(static (loss, _) => loss.Model)
            .WithTrackingName(ModelStep)
            .Where(static model => model is not null)
            .Select((model, _) => TryCompile(model!, compileAndEmit))
            .WithTrackingName(SourceStep);
        context.RegisterSourceOutput(sources.Where(static source => source.Failure is null), Write);

        // What is reported has places in the text, and so outputs of its own.
        IncrementalValueProvider<ImmutableArray<LossPlace>> places = losses
            .Where(static loss => loss.Model is not null)
            .Select(static (loss, _) => new LossPlace(loss.Model!.HintName, loss.Place))
            .Collect();
        context.RegisterSourceOutput(losses.SelectMany(static (loss, _) => loss.Errors), Report);
        context.RegisterSourceOutput(sources.Where(static source => source.Failure is not null).Combine(places), WriteFailure);
        context.RegisterSourceOutput(context.SyntaxProvider.CreateSyntaxProvider(DerivedFormulas.IsCandidate, DerivedFormulas.Read), Report);
    }

    /// <summary>The other part of a loss, or why there is none. Nothing that happens to one loss takes the others of a project along.</summary>
    internal static GeneratedSource TryCompile(LossModel model, Func<LossModel, string> compileAndEmit)
    {
        try
        {
            return new GeneratedSource(model, DeepStack.Run(() => Work.Limit(() => compileAndEmit(model))), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new GeneratedSource(model, "", CompilationFailure.Of(failure));
        }
    }

    private static void Write(SourceProductionContext output, GeneratedSource source)
    {
        LossModel model = source.Model;
        output.AddSource(model.HintName, source.Text);
        if (model is { Formula: not null, CSharp: { } part })
            output.AddSource(HintNames.OfCSharp(model.HintName), CSharpWriter.Write(model, part));
    }

    // The members exist and throw, so that nobody who uses them is in error too.
    private static void WriteFailure(SourceProductionContext output, (GeneratedSource Source, ImmutableArray<LossPlace> Places) failed)
    {
        LossModel model = failed.Source.Model;
        Diagnostic error = failed.Source.Failure!.At(failed.Places.First(place => place.HintName == model.HintName).Place, model.TypeName);
        output.ReportDiagnostic(error);
        GeneratedSource members = TryCompile(model with { Formula = null, Fault = Problems.Describe(error) }, static model => LossEmitter.Emit(model, []));
        if (members.Failure is null)
            Write(output, members);
    }

    private static void Report(SourceProductionContext output, Diagnostic? error)
    {
        if (error is not null)
            output.ReportDiagnostic(error);
    }

    private sealed record LossPlace(string HintName, Location Place);
}
